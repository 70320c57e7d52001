import { selectPublicBulletins } from '../../data/bulletins.ts'
import type { CountyDb } from '../../data/county-db.ts'
import { daysInWords } from '../../domain/bulletins/words.ts'
import type { Entry } from '../../domain/feeds/feed.ts'
import { publicColumnPage } from '../columns/public-columns.ts'

/** Entries of a feed; readers come every few hours. */
const most = 30

/** What a county has told everybody, bulletins and columns, the newest first. `site` is the site's address, absolute. */
export async function countyEntries(db: CountyDb, site: string): Promise<Entry[]> {
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
