import { expect, test } from 'vitest'
import { atom, type Entry, type Feed, jsonFeed, rss } from '../../../worker/domain/feeds/feed.ts'
import { walkXml } from '../../../worker/files/sheets/xml.ts'

const nasty = `甲 & 乙 <script>alert("1")</script> ]]> 'x' \u0000\u0008\ufffe𠀀`
const readable = `甲 & 乙 <script>alert("1")</script> ]]> 'x' 𠀀`
const entry = (id: string, at: string): Entry => ({
  ...{ id, at, url: `https://site.cn/c/620423/bulletins/${id}?a=1&b=2`, title: nasty, summary: nasty },
})
const feed: Feed = {
  title: nasty,
  home: 'https://site.cn/c/620423',
  self: 'https://site.cn/c/620423/feed.x',
  entries: [entry('b', '2026-03-07T10:00:00.000Z'), entry('a', '2026-03-06T10:00:00.000Z')],
}

/** Every element's text by its name, in order; a damaged document throws. */
function texts(xml: string): Record<string, string[]> {
  const found: Record<string, string[]> = {}
  const open: string[] = []
  walkXml(xml, {
    open: (name) => {
      open.push(name)
      found[name] = [...(found[name] ?? []), '']
    },
    close: () => void open.pop(),
    text: (text) => {
      const all = found[open.at(-1) ?? '']
      if (all) all[all.length - 1] += text
    },
  })
  expect(open).toEqual([])
  return found
}

test('RSS says each thing as it was written, whatever stands in it', () => {
  const { title, link, pubDate, guid, item, description } = texts(rss(feed))
  expect(title).toEqual([readable, readable, readable])
  expect(description?.[1]).toBe(readable)
  const address = (id: string) => `https://site.cn/c/620423/bulletins/${id}?a=1&b=2`
  // The feed's own address, the empty element that says where it is read, then one for each entry.
  expect(link).toEqual([feed.home, '', address('b'), address('a')])
  expect(pubDate).toEqual(['Sat, 07 Mar 2026 10:00:00 GMT', 'Fri, 06 Mar 2026 10:00:00 GMT'])
  expect(guid).toEqual(['urn:uuid:b', 'urn:uuid:a'])
  expect(item).toHaveLength(2)
})

test('Atom names every entry once and is as new as its newest', () => {
  const { id, updated, summary, entry: entries } = texts(atom(feed))
  expect(id).toEqual([feed.self, 'urn:uuid:b', 'urn:uuid:a'])
  expect(updated?.slice(0, 2)).toEqual(['2026-03-07T10:00:00.000Z', '2026-03-07T10:00:00.000Z'])
  expect(summary).toEqual([readable, readable])
  expect(entries).toHaveLength(2)
})

test('an empty feed is a feed', () => {
  const empty = { ...feed, entries: [] }
  expect(texts(rss(empty)).item).toBeUndefined()
  expect(texts(atom(empty)).updated).toEqual(['1970-01-01T00:00:00Z'])
  expect(JSON.parse(jsonFeed(empty)).items).toEqual([])
})

test('JSON Feed holds what version 1.1 asks for', () => {
  const read = JSON.parse(jsonFeed(feed))
  expect(read).toMatchObject({
    ...{ version: 'https://jsonfeed.org/version/1.1', home_page_url: feed.home, feed_url: feed.self },
    items: [{ id: 'urn:uuid:b', content_text: nasty, date_published: '2026-03-07T10:00:00.000Z' }, {}],
  })
})
