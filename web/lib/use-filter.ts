import { useSearchParams } from 'react-router'

type Filter = {
  get: (name: string) => string
  set: (name: string, value: string) => void
  /** Several at once: one after the other each would undo the one before. */
  setAll: (values: Readonly<Record<string, string>>) => void
}

/** A page's filters, which live in its address: an empty value leaves the address. */
export function useFilter(): Filter {
  const [params, setParams] = useSearchParams()
  const setAll: Filter['setAll'] = (values) =>
    setParams(
      (before) => {
        for (const [name, value] of Object.entries(values)) {
          if (value === '') before.delete(name)
          else before.set(name, value)
        }
        return before
      },
      { replace: true },
    )
  return {
    get: (name) => params.get(name) ?? '',
    set: (name, value) => setAll({ [name]: value }),
    setAll,
  }
}
