import { type UseMutationResult, useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { RequestKeys } from './request-key.ts'
import type { SendOptions } from './send-options.ts'

/**
 * A write. `send` gets what is sent and the options with its Idempotency-Key; `renews` lists the query keys that are
 * read again after success. A second click while the same words are under way sends nothing and shares their answer,
 * which matters where the answer is shown only once. Errors reach the form as `error` (ApiProblem or Disconnected).
 */
export function useChange<Input, Output>(change: {
  send: (input: Input, options: SendOptions) => Promise<Output>
  renews?: readonly (readonly unknown[])[]
  done?: (output: Output, input: Input) => void
}): UseMutationResult<Output, Error, Input> {
  const queries = useQueryClient()
  const [keys] = useState(() => new RequestKeys())
  const [underWay] = useState(() => new Map<string, Promise<Output>>())
  const sendOnce = (input: Input): Promise<Output> => {
    const key = keys.keyFor(input)
    const sent = underWay.get(key) ?? carryOut(input, key).finally(() => underWay.delete(key))
    underWay.set(key, sent)
    return sent
  }
  const carryOut = async (input: Input, key: string) => {
    const output = await change.send(input, { headers: { 'idempotency-key': key } })
    keys.succeeded()
    change.done?.(output, input)
    return output
  }
  return useMutation({
    mutationFn: sendOnce,
    onSuccess: () =>
      Promise.all((change.renews ?? []).map((queryKey) => queries.invalidateQueries({ queryKey }))),
  })
}
