/** One thing that a county told everybody. `at` in ISO 8601; `url` is absolute. */
export type Entry = { id: string; url: string; title: string; summary: string; at: string }

/** What a county tells, the newest first. `home` and `self` are absolute. */
export type Feed = { title: string; home: string; self: string; entries: readonly Entry[] }

/** RSS 2.0 (https://www.rssboard.org/rss-specification). */
export function rss({ title, home, self, entries }: Feed): string {
  const [newest] = entries
  const items = entries.map(
    (entry) =>
      `<item><title>${text(entry.title)}</title><link>${text(entry.url)}</link>` +
      `<guid isPermaLink="false">urn:uuid:${text(entry.id)}</guid>` +
      `<pubDate>${new Date(entry.at).toUTCString()}</pubDate>` +
      `<description>${text(entry.summary)}</description></item>`,
  )
  return (
    `${declaration}<rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom"><channel>` +
    `<title>${text(title)}</title><link>${text(home)}</link><description>${text(title)}</description>` +
    `<language>zh-cn</language><atom:link href="${text(self)}" rel="self" type="application/rss+xml"/>` +
    `${newest ? `<lastBuildDate>${new Date(newest.at).toUTCString()}</lastBuildDate>` : ''}` +
    `${items.join('')}</channel></rss>\n`
  )
}

/** Atom 1.0 (RFC 4287). A feed without entries says that it never changed. */
export function atom({ title, home, self, entries }: Feed): string {
  const shown = entries.map(
    (entry) =>
      `<entry><id>urn:uuid:${text(entry.id)}</id><title>${text(entry.title)}</title>` +
      `<link href="${text(entry.url)}"/><updated>${entry.at}</updated><published>${entry.at}</published>` +
      `<summary>${text(entry.summary)}</summary></entry>`,
  )
  return (
    `${declaration}<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="zh-CN"><id>${text(self)}</id>` +
    `<title>${text(title)}</title><author><name>${text(title)}</name></author>` +
    `<link href="${text(home)}"/><link rel="self" href="${text(self)}" type="application/atom+xml"/>` +
    `<updated>${entries[0]?.at ?? '1970-01-01T00:00:00Z'}</updated>${shown.join('')}</feed>\n`
  )
}

/** JSON Feed 1.1 (https://www.jsonfeed.org/version/1.1/). */
export function jsonFeed({ title, home, self, entries }: Feed): string {
  const items = entries.map(({ id, url, title: name, summary, at }) => ({
    ...{ id: `urn:uuid:${id}`, url, title: name, content_text: summary, date_published: at },
  }))
  const head = { version: 'https://jsonfeed.org/version/1.1', title, home_page_url: home, feed_url: self }
  return JSON.stringify({ ...head, language: 'zh-CN', items })
}

const declaration = '<?xml version="1.0" encoding="utf-8"?>'
const escapes: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

/** Text for an element or an attribute: what XML 1.0 has no place for, such as control characters, is left out. */
function text(said: string): string {
  return said
    .replace(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, '')
    .replace(/[&<>"']/g, (character) => escapes[character] ?? character)
}
