import fc from 'fast-check'
import type {
  Amendment,
  Band,
  Bands,
  Entry,
  Guards,
  Policy,
  Report,
  RoundInput,
  Source,
  Subject,
} from '../../../schema/api/ranking.ts'

/** Draws one value from an arbitrary. */
type Draw = <Value>(from: fc.Arbitrary<Value>) => Value

export interface Leanings {
  method?: Policy['method']
  guards?: false
}

/**
 * Small sound rounds that try hard to be awkward: many ties, weights that are not binary or whose sums are powers of
 * two (keys ending in a half), missing values, exempt subjects, raters, exposures and amendments.
 */
export function rounds(leanings: Leanings = {}): fc.Arbitrary<RoundInput> {
  // Shrinking a hundred draws costs more memory than a test run has; the rounds are small as they are.
  return fc.noShrink(fc.gen()).map((gen) => {
    const draw: Draw = (from) => gen(() => from)
    const subjects = drawSubjects(draw)
    const policy = drawPolicy(draw, leanings)
    return {
      subjects,
      policy,
      reports: policy.sources.flatMap((source) => drawReports(draw, source, subjects)),
      amendments: drawAmendments(draw, policy, subjects),
      history: draw(fc.array(bandsOfRound(subjects), { maxLength: 4 })),
    }
  })
}

const bands: fc.Arbitrary<Band> = fc.constantFrom('green', 'yellow', 'red')

function bandsOfRound(subjects: readonly Subject[]) {
  return fc
    .array(fc.tuple(fc.constantFrom(...subjects.map(({ code }) => code)), bands), {
      maxLength: subjects.length,
    })
    .map((entries) => Object.fromEntries(entries))
}

function drawSubjects(draw: Draw): Subject[] {
  const size = draw(fc.oneof(fc.integer({ min: 1, max: 16 }), fc.constantFrom(4, 8, 16)))
  const townships = draw(fc.integer({ min: 1, max: 3 }))
  return Array.from({ length: size }, (_, at) => {
    const subject = { code: `v${at}`, name: `v${at}`, township: `t${draw(fc.nat(townships - 1))}` }
    return draw(fc.nat(9)) === 0 ? { ...subject, exempt: true } : subject
  })
}

const weights = fc.oneof(
  fc.constantFrom(
    [1, 15, 16, 32],
    [0.1, 0.2, 0.7, 1],
    [1.5, 0.1, 0.0001, 3.3],
    [3, 13, 112, 0.5],
    [1, 2, 2, 1],
  ),
  fc.array(fc.constantFrom(1, 2, 0.1, 0.3, 1.1, 7.77), { minLength: 4, maxLength: 4 }),
)

function drawPolicy(draw: Draw, leanings: Leanings): Policy {
  const method =
    leanings.method ?? draw(fc.constantFrom('percentile', 'percentile', 'percentile', 'rank_sum'))
  const count = draw(fc.integer({ min: 1, max: 4 }))
  const sources = draw(weights)
    .slice(0, count)
    .map((weight, at) => drawSource(draw, method, weight, `s${at}`))
  const keys = sources.map(({ key }) => key)
  const scored = sources.filter(({ kind }) => kind === 'score')
  const guards = scored.length > 0 && leanings.guards !== false && draw(fc.boolean())
  return {
    sources,
    method,
    minSources: method === 'rank_sum' ? count : draw(fc.integer({ min: 1, max: count })),
    tieBreakers: draw(fc.shuffledSubarray(keys)),
    bands: drawBands(draw),
    ...(guards ? { guards: drawGuards(draw, scored) } : {}),
  }
}

function drawSource(draw: Draw, method: Policy['method'], weight: number, key: string): Source {
  const kind = draw(fc.constantFrom<Source['kind'][]>('rank', 'score', 'count'))
  const scopes: Source['scope'][] = method === 'rank_sum' ? ['county'] : ['county', 'township', 'rater']
  const source: Source = { key, kind, scope: draw(fc.constantFrom(...scopes)), weight }
  return kind === 'count' && draw(fc.boolean()) ? { ...source, exposed: true } : source
}

function drawBands(draw: Draw): Bands {
  const places = fc.integer({ min: 0, max: 10 })
  const percent = fc.constantFrom(0, 12.5, 20, 33.3, 50).map((amount) => ({ percent: amount }))
  const green = draw(
    fc.option(
      fc.oneof(
        places.map((top) => ({ top })),
        percent,
      ),
    ),
  )
  const red = draw(
    fc.option(
      fc.oneof(
        places.map((bottom) => ({ bottom })),
        percent,
      ),
    ),
  )
  return { ...(green ? { green } : {}), ...(red ? { red } : {}) }
}

function drawGuards(draw: Draw, scored: readonly Source[]): Guards {
  const source = draw(fc.constantFrom(...scored.map(({ key }) => key)))
  const bound = fc.integer({ min: 0, max: 6 })
  const [greenAtLeast, redBelow] = [draw(bound), draw(bound)]
  return draw(
    fc.constantFrom({ source, greenAtLeast, redBelow }, { source, greenAtLeast }, { source, redBelow }),
  )
}

/** Every subject in at most one of the reports; a township reports its own. */
function drawReports(draw: Draw, source: Source, subjects: readonly Subject[]): Report[] {
  const kept = draw(fc.constantFrom(0, 5, 9, 10))
  const reports = new Map<string, Entry[]>()
  for (const { code, township } of subjects) {
    if (draw(fc.nat(9)) >= kept) continue
    const reporter = source.scope === 'township' ? township : `r${draw(fc.nat(2))}`
    reports.set(reporter, [...(reports.get(reporter) ?? []), drawEntry(draw, source, code)])
  }
  return [...reports].map(([reporter, entries]) => {
    const rater = draw(fc.option(fc.constantFrom('g0', 'g1'), { nil: undefined }))
    return { source: source.key, reporter, ...(rater === undefined ? {} : { rater }), entries }
  })
}

const few = fc.integer({ min: 0, max: 6 })
const scores = fc.oneof(few, fc.constantFrom(0.1, 0.3, 2.5, 3.14, -1))
const exposures = fc.constantFrom(1, 2, 3, 0.1, 0.2, 0.3, 2.5, 0.9, 0.00003, 0.300000001, 0.900000003)

function drawEntry(draw: Draw, source: Source, subject: string): Entry {
  const value = draw(
    source.kind === 'score' ? scores : source.kind === 'rank' ? few.map((rank) => rank + 1) : few,
  )
  return source.exposed ? { subject, value, exposure: draw(exposures) } : { subject, value }
}

function drawAmendments(draw: Draw, policy: Policy, subjects: readonly Subject[]): Amendment[] {
  return Array.from({ length: draw(fc.constantFrom(0, 0, 1, 3)) }, () => {
    const source = draw(fc.constantFrom(...policy.sources))
    const { subject, value, exposure } = drawEntry(draw, source, draw(fc.constantFrom(...subjects)).code)
    if (draw(fc.boolean())) return { source: source.key, subject, value: null }
    return { source: source.key, subject, value, ...(exposure === undefined ? {} : { exposure }) }
  })
}
