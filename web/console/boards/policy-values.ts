import type { Policy, Source } from '../../../schema/api/ranking.ts'

type Side = { unit: 'places' | 'percent'; n: number | null }

/** A policy as the form holds it: every field there, empty where the policy lacks it. */
export type PolicyValues = {
  sources: Required<Source>[]
  minSources: number
  tieBreakers: string[]
  green: Side
  red: Side
  guardSource: string
  greenAtLeast: number | null
  redBelow: number | null
  consequences: boolean
}

/** What the form begins with. */
export function valuesOf({
  sources,
  minSources,
  tieBreakers,
  bands,
  guards,
  consequences,
}: Policy): PolicyValues {
  return {
    sources: sources.map((source) => ({ required: false, exposed: false, ...source })),
    minSources,
    tieBreakers,
    green: sideOf(bands.green),
    red: sideOf(bands.red),
    guardSource: guards?.source ?? '',
    greenAtLeast: guards?.greenAtLeast ?? null,
    redBelow: guards?.redBelow ?? null,
    consequences: (consequences ?? []).length > 0,
  }
}

/** The policy the form means; what the form does not ask (method, the rules of consequences) comes from `before`. */
export function policyOf(values: PolicyValues, before: Policy): Policy {
  const { green, red, guardSource, greenAtLeast, redBelow } = values
  const keys = new Set(values.sources.map(({ key }) => key))
  const guarded = guardSource !== '' && (greenAtLeast !== null || redBelow !== null)
  return {
    sources: values.sources.map(({ required, exposed, ...source }) => ({
      ...source,
      ...(required ? { required } : {}),
      ...(exposed && source.kind === 'count' ? { exposed } : {}),
    })),
    method: before.method,
    minSources: values.minSources,
    tieBreakers: values.tieBreakers.filter((key) => keys.has(key)),
    bands: {
      ...(green.n ? { green: green.unit === 'percent' ? { percent: green.n } : { top: green.n } } : {}),
      ...(red.n ? { red: red.unit === 'percent' ? { percent: red.n } : { bottom: red.n } } : {}),
    },
    ...(guarded
      ? {
          guards: {
            source: guardSource,
            ...(greenAtLeast === null ? {} : { greenAtLeast }),
            ...(redBelow === null ? {} : { redBelow }),
          },
        }
      : {}),
    ...(values.consequences ? { consequences: before.consequences ?? [] } : {}),
  }
}

function sideOf(side: { top: number } | { bottom: number } | { percent: number } | undefined): Side {
  if (!side) return { unit: 'places', n: null }
  if ('percent' in side) return { unit: 'percent', n: side.percent }
  return { unit: 'places', n: 'top' in side ? side.top : side.bottom }
}
