import { useQuery } from '@tanstack/react-query'
import { answer, api } from '../../lib/api.ts'

const key = ['account']

/** What changes with one's password or second factor: both sections, and who one is. */
export const renewsAccount = [key, ['me']]

export function useSecondFactor() {
  return useQuery({
    queryKey: [...key, 'second-factor'],
    queryFn: () => answer(api.me['second-factor'].$get()),
  })
}

export function useSessions() {
  return useQuery({
    queryKey: [...key, 'sessions'],
    queryFn: async () => (await answer(api.me.sessions.$get())).items,
  })
}
