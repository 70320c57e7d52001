/** The languages of the product: Chinese first, English complete. */
export type Language = 'zh' | 'en'

/** From the `lang` cookie, else `Accept-Language`, else Chinese. */
export function languageOf(headers: Headers): Language {
  const cookie = /(?:^|;\s*)lang=(zh|en)/.exec(headers.get('cookie') ?? '')?.[1]
  if (cookie === 'zh' || cookie === 'en') return cookie
  for (const range of (headers.get('accept-language') ?? '').split(',')) {
    const tag = range.trim().toLowerCase()
    if (tag.startsWith('zh')) return 'zh'
    if (tag.startsWith('en')) return 'en'
  }
  return 'zh'
}
