import type { ConsequenceRule, Method, Policy, Source } from '../../../../schema/api/ranking.ts'

type Side = { unit: 'places' | 'percent'; n: number | null }

/** A row of a list that is being edited, with a number that stays its own while others come and go. */
type Numbered<Row> = Row & { id: number }

export type SourceValues = Numbered<
  Omit<Source, 'weight' | 'required' | 'exposed'> & {
    weight: number | null
    required: boolean
    exposed: boolean
  }
>

export type RuleValues = Numbered<
  Omit<ConsequenceRule, 'streakAtLeast' | 'dueInDays' | 'groupBy'> & {
    streakAtLeast: number | null
    dueInDays: number | null
    grouped: boolean
  }
>

/** A policy as the designer holds it: every field there, empty where the policy lacks it or nothing is typed yet. */
export type PolicyValues = {
  sources: SourceValues[]
  method: Method
  minSources: number | null
  tieBreakers: string[]
  green: Side
  red: Side
  /** Empty: no floors. */
  guardSource: string
  greenAtLeast: number | null
  redBelow: number | null
  consequences: RuleValues[]
}

/** What the designer begins with. */
export function valuesOf(policy: Policy): PolicyValues {
  const { sources, method, minSources, tieBreakers, bands, guards, consequences = [] } = policy
  return {
    sources: sources.map(({ required = false, exposed = false, ...source }, id) => ({
      ...source,
      ...{ required, exposed, id },
    })),
    ...{ method, minSources, tieBreakers },
    green: sideOf(bands.green),
    red: sideOf(bands.red),
    guardSource: guards?.source ?? '',
    greenAtLeast: guards?.greenAtLeast ?? null,
    redBelow: guards?.redBelow ?? null,
    consequences: consequences.map(({ groupBy, ...rule }, id) => ({
      ...rule,
      ...{ grouped: groupBy === 'township', id },
    })),
  }
}

/** The policy that is meant. What is missing becomes a number that no policy may have, so that its check names it. */
export function policyOf(values: PolicyValues): Policy {
  const { green, red, guardSource, greenAtLeast, redBelow } = values
  const keys = new Set(values.sources.map(({ key }) => key))
  return {
    sources: values.sources.map(({ id: _, weight, required, exposed, ...source }) => ({
      ...source,
      weight: weight ?? Number.NaN,
      ...(required ? { required } : {}),
      ...(exposed && source.kind === 'count' ? { exposed } : {}),
    })),
    method: values.method,
    minSources: values.minSources ?? Number.NaN,
    tieBreakers: values.tieBreakers.filter((key) => keys.has(key)),
    bands: {
      ...(green.n ? { green: green.unit === 'percent' ? { percent: green.n } : { top: green.n } } : {}),
      ...(red.n ? { red: red.unit === 'percent' ? { percent: red.n } : { bottom: red.n } } : {}),
    },
    ...(guardSource === ''
      ? {}
      : {
          guards: {
            source: guardSource,
            ...(greenAtLeast === null ? {} : { greenAtLeast }),
            ...(redBelow === null ? {} : { redBelow }),
          },
        }),
    ...(values.consequences.length === 0 ? {} : { consequences: values.consequences.map(ruleOf) }),
  }
}

function ruleOf({ id: _, grouped, streakAtLeast, dueInDays, ...rule }: RuleValues): ConsequenceRule {
  return {
    ...rule,
    streakAtLeast: streakAtLeast ?? Number.NaN,
    ...(grouped ? { groupBy: 'township' } : {}),
    dueInDays: dueInDays ?? Number.NaN,
  }
}

/** A policy that says nothing yet. */
export const blankPolicy: Policy = {
  ...{ sources: [], method: 'percentile', minSources: 1, tieBreakers: [] },
  bands: {},
}

/** The next number for a new row. */
export function nextId(rows: readonly { id: number }[]): number {
  return Math.max(-1, ...rows.map(({ id }) => id)) + 1
}

function sideOf(side: { top: number } | { bottom: number } | { percent: number } | undefined): Side {
  if (!side) return { unit: 'places', n: null }
  if ('percent' in side) return { unit: 'percent', n: side.percent }
  return { unit: 'places', n: 'top' in side ? side.top : side.bottom }
}
