import { useSearchParams } from 'react-router'
import { type IssueQuery, IssueSource, IssueState } from '../../../../schema/api/issues.ts'

export const views = ['table', 'board'] as const
export type View = (typeof views)[number]
export const settledChoices = ['open', 'settled', 'all'] as const
export type Settled = (typeof settledChoices)[number]

/** What the ledger is narrowed to. All of it stands in the address, so that it can be pasted into a chat. */
export type Filters = {
  view: View
  settled: Settled
  state: IssueState | undefined
  category: string | undefined
  township: string | undefined
  area: string | undefined
  lead: string | undefined
  source: IssueSource | undefined
  overdue: boolean
  q: string
}

const plain = ['category', 'township', 'area', 'lead'] as const

export function useFilters() {
  const [params, setParams] = useSearchParams()
  const filters = filtersIn(params)
  const change = (changed: Partial<Filters>) =>
    setParams((before) => paramsOf({ ...filtersIn(before), ...changed }), { replace: true })
  return { filters, change, setParams }
}

/** Reads an address; what it does not understand narrows nothing. */
export function filtersIn(params: URLSearchParams): Filters {
  const text = (name: string) => params.get(name) || undefined
  return {
    view: views.find((view) => view === params.get('view')) ?? 'table',
    settled: settledChoices.find((choice) => choice === params.get('settled')) ?? 'open',
    state: IssueState.safeParse(params.get('state')).data,
    category: text('category'),
    township: text('township'),
    area: text('area'),
    lead: text('lead'),
    source: IssueSource.safeParse(params.get('source')).data,
    overdue: params.get('overdue') === 'true',
    q: params.get('q') ?? '',
  }
}

/** The address of some filters: what is as usual is left out. */
export function paramsOf(filters: Filters): URLSearchParams {
  const params = new URLSearchParams()
  if (filters.view !== 'table') params.set('view', filters.view)
  if (filters.settled !== 'open') params.set('settled', filters.settled)
  if (filters.state) params.set('state', filters.state)
  for (const name of plain) {
    const value = filters[name]
    if (value !== undefined) params.set(name, value)
  }
  if (filters.source) params.set('source', filters.source)
  if (filters.overdue) params.set('overdue', 'true')
  if (filters.q !== '') params.set('q', filters.q)
  return params
}

/** What the API is asked. A state says by itself whether it is settled; what is settled is not overdue. */
export function queryOf(filters: Filters): Omit<IssueQuery, 'cursor' | 'limit'> {
  const { state, settled, source, overdue } = filters
  const q = filters.q.trim()
  return {
    ...(state ? { state } : {}),
    ...(state || settled === 'all' ? {} : { settled: settled === 'settled' ? 'true' : 'false' }),
    ...(source ? { source } : {}),
    ...(overdue && settled !== 'settled' ? { overdue: 'true' } : {}),
    ...Object.fromEntries(plain.flatMap((name) => (filters[name] ? [[name, filters[name]]] : []))),
    ...(q === '' ? {} : { q: q.slice(0, 50) }),
  }
}

/** Whether anything but the view and open or settled narrows the list. */
export function isNarrowed(filters: Filters): boolean {
  const { view: _view, settled: _settled, ...rest } = queryParts(filters)
  return Object.keys(rest).length > 0
}

function queryParts(filters: Filters): Record<string, string> {
  return Object.fromEntries(paramsOf(filters))
}

/** The same view of everything. */
export function unnarrowed({ view }: Filters): Filters {
  return { ...filtersIn(new URLSearchParams()), view }
}
