import { useSearchParams } from 'react-router'
import { ConsequenceState } from '../../../schema/api/consequences.ts'
import { ConsequenceKind } from '../../../schema/api/ranking.ts'

export const shownStates = [...ConsequenceState.options, 'all'] as const
export type ShownState = (typeof shownStates)[number]
export const dues = ['late', 'soon'] as const
export type Due = (typeof dues)[number]

/** What the list is narrowed to. All of it stands in the address, so that it can be pasted into a chat. */
export type Filters = {
  state: ShownState
  kind: ConsequenceKind | undefined
  round: string | undefined
  township: string | undefined
  due: Due | undefined
}

export function useFilters() {
  const [params, setParams] = useSearchParams()
  const filters: Filters = {
    state: shownStates.find((state) => state === params.get('state')) ?? 'proposed',
    kind: ConsequenceKind.safeParse(params.get('kind')).data,
    round: params.get('round') ?? undefined,
    township: params.get('township') ?? undefined,
    due: dues.find((due) => due === params.get('due')),
  }
  const change = (changed: Partial<Filters>) => {
    const tab = params.get('tab') ?? undefined
    const next = Object.entries({ tab, ...filters, ...changed }).filter(
      (entry): entry is [string, string] => entry[1] !== undefined && entry[1] !== 'proposed',
    )
    setParams(next, { replace: true })
  }
  return { filters, change }
}
