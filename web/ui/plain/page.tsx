import { type ReactNode, StrictMode, useEffect } from 'react'
import { createRoot } from 'react-dom/client'
import { plainTexts } from '../../i18n/plain.ts'
import { useConnection } from '../../lib/connection.ts'
import { LanguageProvider, useLanguage, useTexts } from '../../lib/language.tsx'
import '../tokens.css'
import './plain.css'

/** Starts a page before sign-in in its `#root`. */
export function start(page: ReactNode): void {
  const root = document.getElementById('root')
  if (!root) throw new Error('no #root')
  createRoot(root).render(
    <StrictMode>
      <LanguageProvider>{page}</LanguageProvider>
    </StrictMode>,
  )
}

/** The frame of a page before sign-in: brand, language, title of the document, lost connection. */
export function Page({ title, wide, children }: { title: string; wide?: boolean; children: ReactNode }) {
  const t = useTexts(plainTexts)
  const { language, switchTo } = useLanguage()
  const connected = useConnection()
  useEffect(() => {
    document.title = `${title} · ${t('brand')}`
  }, [title, t])
  return (
    <div className={wide ? 'page wide' : 'page'}>
      <header>
        <a className="brand" href="/">
          {t('brand')}
        </a>
        <button
          type="button"
          className="link-button"
          lang={language === 'zh' ? 'en' : 'zh-CN'}
          onClick={() => switchTo(language === 'zh' ? 'en' : 'zh')}
        >
          {t('otherLanguage')}
        </button>
      </header>
      {!connected && (
        <p className="offline" role="status">
          {t('offline')}
        </p>
      )}
      <main>{children}</main>
    </div>
  )
}
