import { useFilter } from '../../lib/use-filter.ts'

export const filterNames = ['actor', 'verb', 'kind', 'from', 'to', 'target'] as const
export type FilterName = (typeof filterNames)[number]
export type FilterValues = Record<FilterName, string>

/** What the audit is narrowed down by, from the page's address. */
export function useAuditFilter(): { values: FilterValues; set: (values: Partial<FilterValues>) => void } {
  const { get, setAll } = useFilter()
  const values = Object.fromEntries(filterNames.map((name) => [name, get(name)])) as FilterValues
  return { values, set: (changed) => setAll(changed) }
}

/** The filter as the API takes it: what is empty is left out. */
export function queryOf(values: FilterValues): Partial<FilterValues> {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== ''))
}
