import type { ReactNode } from 'react'

/** Nothing here yet, and what to do about it; `action` is usually the page's primary button. */
export function EmptyState({ title, hint, action }: { title: string; hint: string; action?: ReactNode }) {
  return (
    <div className="empty">
      <h2>{title}</h2>
      <p>{hint}</p>
      {action}
    </div>
  )
}
