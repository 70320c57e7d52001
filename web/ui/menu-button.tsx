import { type KeyboardEvent, type ReactNode, useEffect, useRef, useState } from 'react'
import { Link } from 'react-router'

type Item = { key: string; label: string } & ({ to: string } | { act: () => void } | { said: true })

type Props = { label: string; className?: string; children: ReactNode; items: readonly Item[] }

/** A button that opens a short menu below it. Arrow keys walk through it, Escape and whatever happens elsewhere close it. */
export function MenuButton({ label, className = '', children, items }: Props) {
  const [open, setOpen] = useState(false)
  const button = useRef<HTMLButtonElement>(null)
  const menu = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (open) choices(menu.current)[0]?.focus()
  }, [open])
  const close = () => {
    setOpen(false)
    button.current?.focus()
  }
  const onKeyDown = (event: KeyboardEvent) => {
    const all = choices(menu.current)
    const at = all.indexOf(document.activeElement as HTMLElement)
    const next = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: -1 }[event.key]
    if (event.key === 'Escape') close()
    else if (next !== undefined) all.at(next % all.length)?.focus()
    else return
    event.preventDefault()
  }
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: only hears where the focus goes
    <div
      className="menu-button"
      onBlur={({ currentTarget, relatedTarget }) => {
        if (!currentTarget.contains(relatedTarget)) setOpen(false)
      }}
    >
      <button
        ref={button}
        type="button"
        className={`button text ${className}`}
        aria-label={label}
        aria-haspopup="menu"
        aria-expanded={open}
        onClick={() => setOpen(!open)}
      >
        {children}
      </button>
      {open && (
        <div ref={menu} role="menu" aria-label={label} className="menu" onKeyDown={onKeyDown}>
          {items.map((item) => (
            <MenuItem key={item.key} item={item} close={close} />
          ))}
        </div>
      )}
    </div>
  )
}

function MenuItem({ item, close }: { item: Item; close: () => void }) {
  const shared = { role: 'menuitem', tabIndex: -1 } as const
  if ('said' in item) {
    return (
      <div role="menuitem" aria-disabled="true" className="soft" tabIndex={-1}>
        {item.label}
      </div>
    )
  }
  if ('to' in item) {
    return (
      <Link {...shared} to={item.to} onClick={close}>
        {item.label}
      </Link>
    )
  }
  return (
    <button
      {...shared}
      type="button"
      onClick={() => {
        close()
        item.act()
      }}
    >
      {item.label}
    </button>
  )
}

/** What can be chosen in it, from top to bottom. */
function choices(menu: HTMLElement | null): HTMLElement[] {
  return [...(menu?.querySelectorAll<HTMLElement>('[role=menuitem]:not([aria-disabled])') ?? [])]
}
