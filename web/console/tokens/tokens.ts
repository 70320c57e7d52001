import { useQuery } from '@tanstack/react-query'
import type { z } from 'zod'
import type { NewToken, Token } from '../../../schema/api/identity.ts'
import { answer, api } from '../../lib/api.ts'
import { useCounty } from '../../lib/session.ts'
import { useChange } from '../../lib/use-change.ts'
import { useFailureMessage } from '../../ui/failure-message.ts'

const tokensKey = (county: string) => [county, 'tokens'] as const

export function useTokens() {
  const { county } = useCounty()
  return useQuery({
    queryKey: tokensKey(county),
    queryFn: async (): Promise<Token[]> =>
      (await answer(api.counties[':county'].tokens.$get({ param: { county } }))).items,
  })
}

export function useMakeToken(made: (token: { token: Token; secret: string }) => void) {
  const { county } = useCounty()
  return useChange({
    send: (json: z.infer<typeof NewToken>, options) =>
      answer(api.counties[':county'].tokens.$post({ param: { county }, json }, options)),
    renews: [tokensKey(county)],
    done: made,
  })
}

export function useRevoke() {
  const { county } = useCounty()
  const failed = useFailureMessage()
  const revoke = useChange({
    send: (id: string) =>
      api.counties[':county'].tokens[':id'].$delete({ param: { county, id } }).catch((error: unknown) => {
        failed(error)
        throw error
      }),
    renews: [tokensKey(county)],
  })
  return revoke
}
