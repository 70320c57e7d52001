import { useSearchParams } from 'react-router'

/** A page's filters, which live in its address: an empty value leaves the address. */
export function useFilter(): { get: (name: string) => string; set: (name: string, value: string) => void } {
  const [params, setParams] = useSearchParams()
  return {
    get: (name) => params.get(name) ?? '',
    set: (name, value) =>
      setParams(
        (before) => {
          if (value === '') before.delete(name)
          else before.set(name, value)
          return before
        },
        { replace: true },
      ),
  }
}
