import type { RosterIndex, RosterSubject } from './roster.ts'
import { bareName, shortName } from './village-name.ts'

export type Suggestion = { subject: string; name: string; township: string }

export function suggestionOf(subject: RosterSubject): Suggestion {
  return { subject: subject.id, name: subject.name, township: subject.townshipName }
}

/**
 * Those a misspelt name may mean, most alike first and the township beside it preferred: at most half the letters of
 * the distinguishing part differ, or one contains the other. Only within the reporter's township, if there is one.
 */
export function suggestFor(
  name: string,
  index: RosterIndex,
  most: number,
  reporter?: string,
  township?: string,
): Suggestion[] {
  const written = bareName(name).slice(0, 30)
  const writtenShort = shortName(name).slice(0, 30)
  if (written === '') return []
  const near: { subject: RosterSubject; distance: number }[] = []
  for (const subject of index.subjects) {
    if (reporter && subject.township !== reporter) continue
    const bare = bareName(subject.name)
    const contained =
      bare.length > 1 && written.length > 1 && (written.includes(bare) || bare.includes(written))
    const distance = editDistance(written, bare)
    if (distance > Math.max(written.length, bare.length) / 2 && !contained) continue
    const otherKind = shortName(subject.name) === writtenShort || distance > 0 ? 0 : 0.5
    near.push({ subject, distance: distance + otherKind - (subject.township === township ? 0.75 : 0) })
  }
  near.sort((a, b) => a.distance - b.distance || (a.subject.code < b.subject.code ? -1 : 1))
  return near.slice(0, most).map(({ subject }) => suggestionOf(subject))
}

/** Levenshtein distance over code points, so that a rare character counts once. */
export function editDistance(a: string, b: string): number {
  const left = [...a]
  let previous = [...b, ''].map((_, at) => at)
  left.forEach((letter, row) => {
    const current = [row + 1]
    for (const [column, other] of [...b].entries()) {
      const above = (previous[column + 1] ?? 0) + 1
      const beside = (current[column] ?? 0) + 1
      const across = (previous[column] ?? 0) + (letter === other ? 0 : 1)
      current.push(Math.min(above, beside, across))
    }
    previous = current
  })
  return previous[[...b].length] ?? left.length
}
