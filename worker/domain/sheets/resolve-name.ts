import type { Complaint } from './cell.ts'
import type { RosterIndex, RosterSubject } from './roster.ts'
import { townshipNamed } from './roster.ts'
import { type Suggestion, suggestFor, suggestionOf } from './suggest.ts'
import { normalName, readings, shortName } from './village-name.ts'

export type NameErrorCode = 'unknown' | 'ambiguous' | 'outside_scope' | 'wrong_township'

export type Resolution =
  | { subject: RosterSubject }
  | { error: Complaint<NameErrorCode>; suggestions: Suggestion[] }

/**
 * `township` as the sheet writes it beside the name; `reporter` the id of the township that reports, if one does;
 * `quiet` for no look at near misses, which costs a walk through the roster.
 */
export type NameContext = { township?: string; reporter?: string; quiet?: boolean }

const MOST_SUGGESTIONS = 5

/**
 * Whom a written name means: 石门村, 石门村委会, 一条山镇石门村 or 石门 for 石门村民委员会. A name that fits several
 * subjects is settled by the township beside it, then by the reporting township; else it is ambiguous and the
 * candidates are suggested. Never guesses: a near miss is a suggestion.
 */
export function resolveName(name: string, context: NameContext, index: RosterIndex): Resolution {
  const beside = context.township ? townshipNamed(context.township, index) : null
  if (beside && context.reporter && beside !== context.reporter) return outside(name, beside, context, index)
  const { subjects, inTownship } = candidates(name, beside ?? context.reporter ?? null, index)
  const [only] = subjects
  if (only && subjects.length === 1) {
    if (context.reporter && only.township !== context.reporter)
      return outside(name, only.township, context, index)
    if (beside && only.township !== beside)
      return refused('wrong_township', name, subjects, { township: only.townshipName })
    return { subject: only }
  }
  if (only && context.reporter && !inTownship) return outside(name, only.township, context, index)
  if (only) return refused('ambiguous', name, subjects)
  return {
    error: { code: 'unknown', params: { name } },
    suggestions: nearMisses(name, context, index, beside),
  }
}

/** Everyone the name fits at the strictest reading that fits anyone, in the preferred township before elsewhere. */
function candidates(
  name: string,
  preferred: string | null,
  index: RosterIndex,
): { subjects: readonly RosterSubject[]; inTownship: boolean } {
  const lookups = readings(name).flatMap((reading) => [
    { form: reading, township: null },
    ...prefixed(reading, index),
  ])
  for (const inTownship of preferred ? [true, false] : [false]) {
    for (const { form, township } of lookups) {
      if (inTownship && township && township !== preferred) continue
      const within = township ?? (inTownship ? preferred : null)
      const subjects = fitting(form, within, index)
      if (subjects.length > 0) return { subjects, inTownship }
    }
  }
  return { subjects: [], inTownship: false }
}

function fitting(form: string, township: string | null, index: RosterIndex): readonly RosterSubject[] {
  const short = shortName(form)
  for (const byForm of index.byForm) {
    const found = byForm.get(form) ?? byForm.get(short) ?? []
    const within = township ? found.filter((subject) => subject.township === township) : found
    if (within.length > 0) return registeredSo(form, within) ?? within
  }
  return []
}

/** Of namesakes in one township the one registered exactly so, such as 西关社区 beside 西关社区居委会. */
function registeredSo(form: string, namesakes: readonly RosterSubject[]): RosterSubject[] | null {
  const exact = namesakes.filter(({ name }) => normalName(name) === form)
  const together = namesakes.every(({ township }) => township === namesakes[0]?.township)
  return together && exact.length === 1 ? exact : null
}

/** 芦阳镇芦阳村, 景泰县芦阳镇芦阳村: what follows a township's name is looked up inside that township. */
function prefixed(reading: string, index: RosterIndex): { form: string; township: string }[] {
  const splits: { form: string; township: string; length: number }[] = []
  for (const [name, ids] of index.townships) {
    const at = name.length > 1 ? reading.indexOf(name) : -1
    const form = at < 0 ? '' : reading.slice(at + name.length)
    const [township] = ids
    if (form !== '' && township && ids.length === 1) splits.push({ form, township, length: name.length })
  }
  return splits.sort((a, b) => b.length - a.length)
}

function outside(name: string, township: string, context: NameContext, index: RosterIndex): Resolution {
  const townshipName = index.townshipNames.get(township) ?? ''
  const suggestions = nearMisses(name, context, index, null)
  return { error: { code: 'outside_scope', params: { name, township: townshipName } }, suggestions }
}

function nearMisses(
  name: string,
  context: NameContext,
  index: RosterIndex,
  beside: string | null,
): Suggestion[] {
  if (context.quiet) return []
  return suggestFor(name, index, MOST_SUGGESTIONS, context.reporter, beside ?? undefined)
}

function refused(
  code: NameErrorCode,
  name: string,
  subjects: readonly RosterSubject[],
  more: Record<string, string> = {},
): Resolution {
  const suggestions = subjects.slice(0, MOST_SUGGESTIONS).map(suggestionOf)
  return { error: { code, params: { name: normalName(name), ...more } }, suggestions }
}
