import { useQueryClient } from '@tanstack/react-query'

/** Has queries read again, by what their keys begin with. */
export function useRenew(): (keys: readonly (readonly unknown[])[]) => void {
  const queries = useQueryClient()
  return (keys) => {
    for (const queryKey of keys) queries.invalidateQueries({ queryKey })
  }
}
