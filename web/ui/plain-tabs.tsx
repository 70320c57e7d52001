import { type KeyboardEvent, type ReactNode, useId } from 'react'

type Props = {
  label: string
  tabs: readonly { key: string; label: string }[]
  open: string
  change: (key: string) => void
  /** What stands below the open tab. */
  children: ReactNode
}

/** Tabs over the parts of a page; the arrow keys go from one to the next. */
export function PlainTabs({ label, tabs, open, change, children }: Props) {
  const id = useId()
  const onKeyDown = (event: KeyboardEvent<HTMLDivElement>) => {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key]
    if (step === undefined) return
    event.preventDefault()
    const at = tabs.findIndex(({ key }) => key === open)
    const next = (at + step + tabs.length) % tabs.length
    change(tabs[next]?.key ?? open)
    event.currentTarget.querySelectorAll('button')[next]?.focus()
  }
  return (
    <>
      <div role="tablist" aria-label={label} className="plain-tabs" onKeyDown={onKeyDown}>
        {tabs.map((tab) => (
          <button
            key={tab.key}
            type="button"
            role="tab"
            id={`${id}-${tab.key}`}
            aria-selected={tab.key === open}
            aria-controls={id}
            tabIndex={tab.key === open ? 0 : -1}
            onClick={() => change(tab.key)}
          >
            {tab.label}
          </button>
        ))}
      </div>
      <div role="tabpanel" id={id} aria-labelledby={`${id}-${open}`}>
        {children}
      </div>
    </>
  )
}
