import { type UseMutationResult, useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { RequestKeys } from './request-key.ts'
import type { SendOptions } from './send-options.ts'

/**
 * A write. `send` gets what is sent and the options with its Idempotency-Key; `renews` lists the query keys that are
 * read again after success. Errors reach the form as `error` (ApiProblem or Disconnected).
 */
export function useChange<Input, Output>(change: {
  send: (input: Input, options: SendOptions) => Promise<Output>
  renews?: readonly (readonly unknown[])[]
  done?: (output: Output, input: Input) => void
}): UseMutationResult<Output, Error, Input> {
  const queries = useQueryClient()
  const [keys] = useState(() => new RequestKeys())
  return useMutation({
    mutationFn: (input: Input) => change.send(input, { headers: { 'idempotency-key': keys.keyFor(input) } }),
    onSuccess: async (output, input) => {
      keys.succeeded()
      change.done?.(output, input)
      await Promise.all((change.renews ?? []).map((queryKey) => queries.invalidateQueries({ queryKey })))
    },
  })
}
