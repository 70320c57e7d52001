import { type ReactNode, useEffect, useRef } from 'react'
import { fieldTexts } from '../../i18n/field.ts'
import { useTexts } from '../../lib/language.tsx'
import { goBack } from './router.tsx'
import { Unsent } from './unsent.tsx'

type Props = {
  title: string
  /** Under the title: whose, how long is left. */
  about?: ReactNode
  /** Where "back" leads on a page opened directly; without it the screen is one of the tabs. */
  back?: string
  /** The buttons at the bottom, within the thumb's reach. */
  actions?: ReactNode
  children: ReactNode
}

/** A screen: its title, what has not been sent, its content, and at the bottom what can be done. */
export function Screen({ title, about, back, actions, children }: Props) {
  const t = useTexts(fieldTexts)
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => {
    document.title = `${title} · ${t('app')}`
  }, [title, t])
  useEffect(() => {
    scrollTo(0, 0)
    // The new screen is read out; a screen somebody is typing on is left alone.
    if (document.activeElement === document.body || document.activeElement === null) heading.current?.focus()
  }, [])
  return (
    <>
      <header className="top">
        {back !== undefined && (
          <button type="button" className="back" aria-label={t('back')} onClick={() => goBack(back)}>
            <span aria-hidden="true">‹</span>
          </button>
        )}
        <h1 ref={heading} tabIndex={-1}>
          {title}
        </h1>
        <Unsent />
      </header>
      <main>
        {about !== undefined && <div className="about">{about}</div>}
        {children}
      </main>
      {actions !== undefined && <div className="actions">{actions}</div>}
    </>
  )
}
