import { useRef, useState } from 'react'
import { RequestKeys } from './request-key.ts'
import type { SendOptions } from './send-options.ts'

/**
 * The writes of a page before sign-in, which carries no query store: one at a time, each with its Idempotency-Key.
 * `send` answers undefined where it failed; the reason is then in `error`.
 */
export function useSend<Input, Output>(request: (input: Input, options: SendOptions) => Promise<Output>) {
  const [keys] = useState(() => new RequestKeys())
  const [state, setState] = useState<{ sending: boolean; error?: unknown }>({ sending: false })
  const underWay = useRef(false)
  const send = async (input: Input): Promise<Output | undefined> => {
    if (underWay.current) return undefined
    underWay.current = true
    setState({ sending: true })
    try {
      const output = await request(input, { headers: { 'idempotency-key': keys.keyFor(input) } })
      keys.succeeded()
      setState({ sending: false })
      return output
    } catch (error) {
      setState({ sending: false, error })
      return undefined
    } finally {
      underWay.current = false
    }
  }
  return { send, ...state }
}
