import { type ReactNode, useEffect } from 'react'
import { shellTexts } from '../i18n/shell.ts'
import { useTexts } from '../lib/language.tsx'

type Props = { title: string; hint?: ReactNode; actions?: ReactNode }

/** A page's one `h1`, its buttons, and the document's title. */
export function PageHeader({ title, hint, actions }: Props) {
  const t = useTexts(shellTexts)
  useEffect(() => {
    document.title = `${title} · ${t('brand')}`
  }, [title, t])
  return (
    <div className="page-header">
      <div>
        <h1>{title}</h1>
        {hint !== undefined && <p>{hint}</p>}
      </div>
      {actions !== undefined && <div className="actions">{actions}</div>}
    </div>
  )
}
