import { type ReactNode, useEffect, useRef } from 'react'
import { uiTexts } from '../i18n/ui.ts'
import { useTexts } from '../lib/language.tsx'

type Props = { title: string; className?: string; close: () => void; children: ReactNode }

/** Something over the page, in the browser's own dialog; Escape, its cross and a tap beside it close it. */
export function PlainDialog({ title, className = '', close, children }: Props) {
  const t = useTexts(uiTexts)
  const drawn = useRef<HTMLDialogElement>(null)
  useEffect(() => {
    const dialog = drawn.current
    // Safari 14 knows no modal dialogs: it stands there all the same.
    if (typeof dialog?.showModal === 'function') dialog.showModal()
    else dialog?.setAttribute('open', '')
    // Leaving the page takes it away as well, and the focus goes back.
    return () => dialog?.close?.()
  }, [])
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the keyboard has Escape
    <dialog
      ref={drawn}
      className={`plain-dialog ${className}`}
      aria-label={title}
      onClose={close}
      onClick={({ target, currentTarget }) => target === currentTarget && close()}
    >
      <div>
        <p className="head">
          <strong>{title}</strong>
          <button type="button" className="button text" aria-label={t('close')} onClick={close}>
            ×
          </button>
        </p>
        {children}
      </div>
    </dialog>
  )
}
