import { homeTexts } from '../i18n/home.ts'
import { useTexts } from '../lib/language.tsx'
import { Page } from '../ui/plain/page.tsx'

/** The front door: what this is, and where to go. */
export function HomePage() {
  const t = useTexts(homeTexts)
  return (
    <Page title={t('title')}>
      <h1>{t('title')}</h1>
      <p className="lead">{t('lead')}</p>
      <div className="buttons">
        <a className="button primary" href="/signup/">
          {t('signUp')}
        </a>
        <a className="button" href="/signin/">
          {t('signIn')}
        </a>
      </div>
      <h2>{t('doesTitle')}</h2>
      <ul className="facts">
        <li>{t('does1')}</li>
        <li>{t('does2')}</li>
        <li>{t('does3')}</li>
        <li>{t('does4')}</li>
      </ul>
      <h2>{t('demoTitle')}</h2>
      <p>
        <a href="/c/990001">{t('demo')}</a>
        <br />
        <span className="hint">{t('demoHint')}</span>
      </p>
      <p>
        <a href="/api/docs">{t('api')}</a>
      </p>
    </Page>
  )
}
