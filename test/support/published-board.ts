import type { Visibility } from '../../schema/api/boards.ts'
import type { PublicBoard, PublicStanding } from '../../schema/api/public.ts'
import type { Band } from '../../schema/api/ranking.ts'
import { board, campaign, snapshot } from '../../schema/tables/county.ts'
import { newId } from '../../worker/data/new-id.ts'
import { threeColourTemplate } from '../../worker/domain/ranking/template.ts'
import type { TestCounty } from './county.ts'

/** A board whose seventh round is published with invented standings of all villages; the last village is unranked. */
export async function aPublishedBoard(
  county: TestCounty,
  { visibility, name = '三色榜' }: { visibility: Visibility; name?: string },
): Promise<{ board: string }> {
  const id = newId()
  const body = invented(county, id, name)
  const owner = county.areas.find(({ level }) => level === 'county')?.id ?? ''
  const drive = { id: newId(), name: '村庄清洁', startsOn: '2026-01-01', endsOn: '2026-12-31' }
  const cadence = { every: 'week', closesOn: 'friday', closesAt: '18:00' } as const
  await county.db.write(
    county.db.insert(campaign, drive),
    county.db.insert(board, {
      ...{ id, campaign: drive.id, name, subject: 'village', owner, cadence, visibility },
      ...{ policy: threeColourTemplate, active: true, createdAt: '2026-01-01T00:00:00.000Z' },
    }),
    county.db.insert(snapshot, {
      ...{ board: id, visibility, round: body.round, revision: 1, sha256: body.sha256 },
      body: JSON.stringify(body),
    }),
  )
  return { board: id }
}

function invented(county: TestCounty, id: string, boardName: string): PublicBoard {
  const villages = county.areas.filter(({ level }) => level === 'village')
  const named = villages.map(({ id: subject, name, parent }) => {
    const township = county.townships.find((area) => area.id === parent)
    return { subject, name, township: township?.id ?? '', townshipName: township?.name ?? '' }
  })
  const ranked = named.slice(0, -1)
  const band = (rank: number): Band => (rank <= 30 ? 'green' : rank > ranked.length - 30 ? 'red' : 'yellow')
  const standings = ranked.map(
    (village, i): PublicStanding => ({
      ...village,
      ...{ rank: i + 1, score: 99.5 - i * 0.6, band: band(i + 1), streak: i % 4 === 0 ? 3 : 1 },
      ...{ borderline: i === 30, previousRank: i === 5 ? null : i + 3 },
    }),
  )
  return {
    ...{ county: county.id, countyName: '景泰县', board: id, boardName, round: newId(), no: 7 },
    ...{ closedAt: '2026-03-06T10:00:00.000Z', publishedAt: '2026-03-06T11:30:00.000Z', revision: 1 },
    ...{ sha256: 'abcdef0123456789'.repeat(4), bandsClamped: false, standings },
    unranked: named.slice(-1).map((village) => ({ ...village, reason: 'too_few_sources' })),
  }
}
