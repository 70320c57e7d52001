import { selectPublicBulletins } from '../../data/bulletins.ts'
import type { CountyDb } from '../../data/county-db.ts'
import { daysInWords } from '../../domain/bulletins/words.ts'
import { atom, type Entry, jsonFeed, rss } from '../../domain/feeds/feed.ts'
import { publicColumnPage } from '../columns/public-columns.ts'

/** Entries of a feed; readers come every few hours. */
const most = 30

const formats = { atom, rss, json: jsonFeed }
export type FeedFormat = keyof typeof formats

/** What a county has told everybody as a feed, with the time of its newest entry. `home` is the site's own address, absolute. */
export async function countyFeed(db: CountyDb, title: string, home: string, format: FeedFormat) {
  const entries = await countyEntries(db, home)
  const feed = { title, home, self: `${home}/feed.${format}`, entries }
  return { body: formats[format](feed), newest: entries[0]?.at }
}

/** Bulletins and columns, the newest first. */
async function countyEntries(db: CountyDb, site: string): Promise<Entry[]> {
  const [[bulletins], columns] = await Promise.all([
    db.together(selectPublicBulletins(db, most)),
    publicColumnPage(db, { limit: most }),
  ])
  const told = bulletins.map(({ id, title, ownerName, fromDay, toDay, issuedAt, createdAt }) => ({
    ...{ id, title, url: `${site}/bulletins/${encodeURIComponent(id)}`, at: issuedAt ?? createdAt },
    summary: `${ownerName} · ${daysInWords({ from: fromDay, to: toDay })}`,
  }))
  const shown = columns.items.map(({ id, title, areaName, text, publishedAt }) => ({
    ...{ id, title, url: `${site}/columns/${encodeURIComponent(id)}`, at: publishedAt },
    summary: `${areaName} · ${[...text].slice(0, 200).join('')}`,
  }))
  return [...told, ...shown].sort((a, b) => (a.at < b.at ? 1 : -1)).slice(0, most)
}
