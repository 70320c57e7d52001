import type { Complaint } from './cell.ts'
import { type NameErrorCode, resolveName } from './resolve-name.ts'
import { type RosterIndex, type RosterSubject, townshipNamed } from './roster.ts'
import { type Suggestion, suggestFor, suggestionOf } from './suggest.ts'
import { bareName, normalName, shortName } from './village-name.ts'

/** Words of a row that say where it is. `beside` are further cells that may name a village: who leads, the problem. */
export type PlaceWords = { township: string; village: string; location: string; beside: readonly string[] }

export type PlaceErrorCode = NameErrorCode | 'unknown_township' | 'place_missing'
export type PlaceFound =
  | { area: string }
  | { error: Complaint<PlaceErrorCode>; suggestions: readonly Suggestion[] }

const most = 5

/**
 * The village a row lies in, or the township where it names no village. A village's own column is read strictly; in
 * free words (东关村村口第三户) the longest name of a village that stands in them counts. Never guesses: several that
 * fit, or none, are for a human.
 */
export function placeOf(words: PlaceWords, index: RosterIndex): PlaceFound {
  const township = words.township === '' ? null : townshipNamed(words.township, index)
  if (words.township !== '' && !township)
    return { error: { code: 'unknown_township', params: { township: words.township } }, suggestions: [] }
  if (words.village !== '') {
    const found = resolveName(words.village, township ? { township: words.township } : {}, index)
    return 'subject' in found ? { area: found.subject.id } : found
  }
  const said = [words.location, ...words.beside].map(normalName).filter((text) => text !== '')
  const named = township ?? said.map((text) => townshipIn(text, index)).find((id) => id !== null) ?? null
  for (const text of said) {
    const [only, ...others] = villagesIn(text, named, index)
    if (only && others.length === 0) return { area: only.id }
    if (only)
      return {
        error: { code: 'ambiguous', params: { name: writtenIn(only.name)[1] ?? only.name } },
        suggestions: [only, ...others].slice(0, most).map(suggestionOf),
      }
  }
  if (named) return { area: named }
  const written = normalName(words.location)
  if (written === '') return { error: { code: 'place_missing', params: {} }, suggestions: [] }
  const suggestions = suggestFor(written.slice(0, 12), index, most)
  return { error: { code: 'unknown', params: { name: written.slice(0, 40) } }, suggestions }
}

/** Villages whose name stands in the words: of names within one another (关村 in 东关村) the longest alone. */
function villagesIn(text: string, township: string | null, index: RosterIndex): RosterSubject[] {
  const near = township ? index.subjects.filter((subject) => subject.township === township) : index.subjects
  const found = near.flatMap((subject) => {
    const forms = writtenIn(subject.name).filter((form) => text.includes(form))
    return forms.length > 0 ? [{ subject, length: Math.max(...forms.map((form) => form.length)) }] : []
  })
  const longest = Math.max(0, ...found.map(({ length }) => length))
  return found.filter(({ length }) => length === longest).map(({ subject }) => subject)
}

/** 石门村民委员会 stands in words as 石门村, 水源村村民委员会 as 水源村. */
function writtenIn(name: string): string[] {
  const bare = bareName(name)
  return [normalName(name), /(?:村|社区)$/u.test(bare) ? bare : shortName(name)]
}

function townshipIn(text: string, index: RosterIndex): string | null {
  let best: { id: string; length: number } | null = null
  for (const [name, [id, ...others]] of index.townships) {
    // A bare 芦阳 may be part of anything; the full 芦阳镇 is not.
    const full = /(?:镇|乡|街道|街道办事处)$/u.test(name)
    if (!full || !id || others.length > 0 || !text.includes(name)) continue
    if (!best || name.length > best.length) best = { id, length: name.length }
  }
  return best?.id ?? null
}
