import { sql } from 'drizzle-orm'
import type { PhotoTarget } from '../../schema/api/photos.ts'
import {
  area,
  assignment,
  bulletin,
  columnArticle,
  consequence,
  inspection,
  issue,
  objection,
  photoUse,
} from '../../schema/tables/county.ts'
import type { CountyDb } from './county-db.ts'
import type { Statement } from './statement.ts'

/** Where a thing stands that a photo is evidence of, as far as it matters to who may see it. */
export type Reach = {
  photo: string
  target: PhotoTarget
  targetId: string
  township: string | null
  /** Villages, grids or townships it is about. */
  areas: string[]
  /** Units and areas that lead it or assist. */
  led: string[]
  /** Of a bulletin: whether it has been issued, so that every member may read it. */
  told: boolean
}

/** What some photos are evidence of: one read, whatever the kinds. */
export function selectReaches(db: CountyDb, photos: readonly string[]): Statement<Reach> {
  return {
    sql: sql`select u.photo, u.target, u.targetId, u.area,
        coalesce(i.township, n.township, c.township, g.township, k.township, b.owner,
          case when r.level = 'township' then r.id else r.parent end) as township,
        coalesce(i.area, n.subject, o.subject, k.area) as subject, i.village, c.subjects, b.state,
        coalesce(i.lead, n.unit, g.lead) as lead, coalesce(w.assisting, g.assisting) as assisting
      from ${photoUse} as u
      left join ${issue} as i on u.target = 'issue' and i.county = u.county and i.id = u.targetId
      left join ${assignment} as w on w.county = i.county and w.id = i.assignment
      left join ${inspection} as n on u.target = 'inspection' and n.county = u.county and n.id = u.targetId
      left join ${objection} as o on u.target = 'objection' and o.county = u.county and o.id = u.targetId
      left join ${consequence} as c on u.target = 'consequence' and c.county = u.county and c.id = u.targetId
      left join ${assignment} as g on u.target = 'assignment' and g.county = u.county and g.id = u.targetId
      left join ${columnArticle} as k on u.target = 'column' and k.county = u.county and k.id = u.targetId
      left join ${bulletin} as b on u.target = 'bulletin' and b.county = u.county and b.id = u.targetId
      left join ${area} as r on r.county = u.county and r.id = coalesce(u.area, o.subject)
      where u.county = ${db.county} and u.photo in (select value from json_each(${JSON.stringify(photos)}))`,
    decode: (raw) => ({
      photo: String(raw.photo),
      target: raw.target as PhotoTarget,
      targetId: String(raw.targetId),
      township: text(raw.township) ?? null,
      areas: [text(raw.subject) ?? text(raw.area), text(raw.village), ...list(raw.subjects)].filter(
        (id) => id !== undefined,
      ),
      told: raw.state === 'issued' || raw.state === 'withdrawn',
      led: [text(raw.lead), ...list(raw.assisting)].filter((id) => id !== undefined),
    }),
  }
}

function text(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined
}

function list(value: unknown): string[] {
  return typeof value === 'string' ? (JSON.parse(value) as string[]) : []
}
