import type { ReactNode } from 'react'

/** The few pictures of the frame itself, drawn here so that it waits for no library. */
export function MenuIcon() {
  return (
    <Icon>
      <path d="M2 4h12M2 8h12M2 12h12" />
    </Icon>
  )
}

export function BellIcon() {
  return (
    <Icon>
      <path d="M3.5 12V7.5a4.5 4.5 0 0 1 9 0V12M2 12h12M8 3V1.5M6.5 14.5h3" />
    </Icon>
  )
}

export function PersonIcon() {
  return (
    <Icon>
      <circle cx="8" cy="5" r="3" />
      <path d="M2 14.5c0-3.3 2.7-5.5 6-5.5s6 2.2 6 5.5" />
    </Icon>
  )
}

function Icon({ children }: { children: ReactNode }) {
  return (
    <svg
      className="icon"
      viewBox="0 0 16 16"
      width="1em"
      height="1em"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.3"
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
    >
      {children}
    </svg>
  )
}
