import type { Shows } from '../../../schema/api/boards.ts'
import type { PublicBoard, PublicStanding } from '../../../schema/api/public.ts'

/** From the least that a county may show of a board to all of it. */
const levels: readonly Shows[] = ['bands', 'ranks', 'scores', 'explanations']

/** Whether a board that shows `shows` also shows `level`: each level includes those before it. */
export function reaches(shows: Shows, level: Shows): boolean {
  return levels.indexOf(shows) >= levels.indexOf(level)
}

/**
 * A published board as far as its county shows it; whatever lies beyond is absent, not empty. Bands alone are listed
 * by colour and then by id (for national areas, their code), because the order of the list would tell the ranks.
 */
export function shownBoard(board: PublicBoard, shows: Shows): PublicBoard {
  const standings = reaches(shows, 'ranks') ? board.standings : [...board.standings].sort(byBand)
  return { ...board, shows, standings: standings.map((standing) => shownStanding(standing, shows)) }
}

function shownStanding(
  { rank, score, borderline, previousRank, ...plain }: PublicStanding,
  shows: Shows,
): PublicStanding {
  return {
    ...plain,
    ...(reaches(shows, 'ranks') ? given({ rank, borderline, previousRank }) : {}),
    ...(reaches(shows, 'scores') ? given({ score }) : {}),
  }
}

/** The same of a past round's standing of one subject. */
export function shownPast<Past extends { rank?: number; score?: number }>(past: Past, shows: Shows): Past {
  const { rank, score, ...plain } = past
  const kept = {
    ...plain,
    ...(reaches(shows, 'ranks') ? given({ rank }) : {}),
    ...(reaches(shows, 'scores') ? given({ score }) : {}),
  }
  return kept as Past
}

function byBand(a: PublicStanding, b: PublicStanding): number {
  return order[a.band] - order[b.band] || (a.subject < b.subject ? -1 : 1)
}
const order = { green: 0, yellow: 1, red: 2 } as const

/** Only what has a value. */
function given<Values extends object>(
  values: Values,
): { [K in keyof Values]?: NonNullable<Values[K]> } & object {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as never
}
