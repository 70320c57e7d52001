import type { ReactNode } from 'react'
import { QrCode } from './qr.tsx'
import { SiteNavigation } from './site-navigation.tsx'
import { style } from './style.ts'
import { countyPath, inLanguage, link, type ShownCounty, type View } from './view.ts'

/** A feed that readers of this page may subscribe to; `href` is a path of this site. */
export type Feed = {
  title: string
  type: 'application/atom+xml' | 'application/rss+xml' | 'application/feed+json'
  href: string
}

type Props = {
  view: View
  county?: ShownCounty
  title: string
  description?: string
  /** Pages that stand for nothing (404) have no address of their own. */
  addressed?: boolean
  /** For feed readers to find, in the head. */
  feeds?: readonly Feed[]
  /** What the page stands for in a chat: an article has a date of its own. */
  kind?: 'website' | 'article'
  children: ReactNode
}

/** The frame of every public page: head, banners, header with the other language, navigation, content, footer. */
export function Page({
  view,
  county,
  title,
  description,
  addressed = true,
  feeds = [],
  kind,
  children,
}: Props) {
  const { words } = view
  const indexed = addressed && view.previewUntil === undefined
  return (
    <html lang={words.lang}>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>{county && title !== county.name ? `${title} · ${county.name}` : title}</title>
        {description && <meta name="description" content={description} />}
        {indexed ? (
          <Addresses view={view} title={title} description={description ?? title} kind={kind ?? 'website'} />
        ) : (
          <meta name="robots" content="noindex" />
        )}
        {feeds.map(({ href, type, title: feed }) => (
          <link key={href} rel="alternate" type={type} title={feed} href={href} />
        ))}
        {county && indexed && (
          <link rel="sitemap" type="application/xml" href={`${countyPath(county)}/sitemap.xml`} />
        )}
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
        {view.previewUntil !== undefined && (
          <div className="demo" role="note">
            <div className="wrap">{words.preview(words.date(view.previewUntil))}</div>
          </div>
        )}
        <Header view={view} county={county} />
        {county && view.sections && <SiteNavigation view={view} county={county} sections={view.sections} />}
        <main id="main" className="wrap">
          {children}
        </main>
        {county && (
          <footer>
            <div className="wrap">
              <p>{words.footer}</p>
              <p className="screen">
                <a href={link(view, `${countyPath(county)}/privacy`)}>{words.privacy}</a>
              </p>
              {indexed && (
                <p className="screen">
                  <a href="#qr">{words.qr}</a>
                </p>
              )}
              {indexed && <QrCode view={view} />}
            </div>
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

type AddressProps = { view: View; title: string; description: string; kind: 'website' | 'article' }

function Addresses({ view, title, description, kind }: AddressProps) {
  const here = `${view.origin}${link(view, view.path)}`
  return (
    <>
      <link rel="canonical" href={here} />
      <link rel="alternate" hrefLang="zh-CN" href={`${view.origin}${inLanguage(view.path, 'zh')}`} />
      <link rel="alternate" hrefLang="en" href={`${view.origin}${inLanguage(view.path, 'en')}`} />
      <link rel="alternate" hrefLang="x-default" href={`${view.origin}${view.path}`} />
      <meta property="og:type" content={kind} />
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
