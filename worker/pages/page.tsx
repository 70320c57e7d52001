import type { ReactNode } from 'react'
import { style } from './style.ts'
import { countyPath, inLanguage, link, type ShownCounty, type View } from './view.ts'

type Props = {
  view: View
  county?: ShownCounty
  title: string
  description?: string
  /** Pages that stand for nothing (404) have no address of their own. */
  addressed?: boolean
  children: ReactNode
}

/** The frame of every public page: head, demo banner, header with the other language, content, footer. */
export function Page({ view, county, title, description, addressed = true, children }: Props) {
  const { words } = view
  return (
    <html lang={words.lang}>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>{county && title !== county.name ? `${title} · ${county.name}` : title}</title>
        {description && <meta name="description" content={description} />}
        {addressed && <Addresses view={view} title={title} description={description ?? title} />}
        <link rel="icon" href={icon} />
        {/* biome-ignore lint/security/noDangerouslySetInnerHtml: our own constant, allowed by its hash in the CSP */}
        <style dangerouslySetInnerHTML={{ __html: style }} />
      </head>
      <body>
        <a className="skip" href="#main">
          {words.skip}
        </a>
        {county?.demo && (
          <div className="demo" role="note">
            <div className="wrap">{words.demo}</div>
          </div>
        )}
        <Header view={view} county={county} />
        <main id="main" className="wrap">
          {children}
        </main>
        {county && (
          <footer>
            <div className="wrap">{words.footer}</div>
          </footer>
        )}
      </body>
    </html>
  )
}

function Header({ view, county }: { view: View; county: ShownCounty | undefined }) {
  const other = view.language === 'zh' ? 'en' : 'zh'
  return (
    <header>
      <div className="wrap">
        {county ? <a href={link(view, countyPath(county))}>{county.name}</a> : <span>{view.words.site}</span>}
        <nav>
          <a href={inLanguage(view.path, other)} hrefLang={hrefLang[other]} lang={hrefLang[other]}>
            {view.words.otherLanguage}
          </a>
        </nav>
      </div>
    </header>
  )
}

function Addresses({ view, title, description }: { view: View; title: string; description: string }) {
  const here = `${view.origin}${link(view, view.path)}`
  return (
    <>
      <link rel="canonical" href={here} />
      <link rel="alternate" hrefLang="zh-CN" href={`${view.origin}${inLanguage(view.path, 'zh')}`} />
      <link rel="alternate" hrefLang="en" href={`${view.origin}${inLanguage(view.path, 'en')}`} />
      <link rel="alternate" hrefLang="x-default" href={`${view.origin}${view.path}`} />
      <meta property="og:type" content="website" />
      <meta property="og:site_name" content={view.words.site} />
      <meta property="og:locale" content={view.words.locale} />
      <meta property="og:title" content={title} />
      <meta property="og:description" content={description} />
      <meta property="og:url" content={here} />
    </>
  )
}

const hrefLang = { zh: 'zh-CN', en: 'en' } as const

/** Three bars in the three colours; inline, so that no second request is made for it. */
const icon = `data:image/svg+xml,${encodeURIComponent(
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 16 16"><path fill="#1a7f37" d="M1 2h14v3H1z"/><path fill="#d4a72c" d="M1 6.5h10v3H1z"/><path fill="#b42318" d="M1 11h6v3H1z"/></svg>',
)}`
