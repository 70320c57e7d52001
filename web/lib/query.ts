import { MutationCache, QueryCache, QueryClient } from '@tanstack/react-query'
import { onReconnected } from './connection.ts'
import { ApiProblem, Disconnected } from './problem.ts'
import { signInAddress } from './sign-in-address.ts'

/**
 * The console's store of server state. A refused request is not tried again, a lost one is; when the connection
 * returns everything on screen is read again; a session that has ended leads to sign-in and back.
 */
export function newQueryClient(): QueryClient {
  const client = new QueryClient({
    queryCache: new QueryCache({ onError: refused }),
    mutationCache: new MutationCache({ onError: refused }),
    defaultOptions: {
      queries: {
        staleTime: 15_000,
        retry: (failures, error) => error instanceof Disconnected && failures < 2,
        networkMode: 'always',
      },
      mutations: { networkMode: 'always' },
    },
  })
  function refused(error: Error) {
    leaveWhenSignedOut(error)
    // The county asks for a second factor since: who one is says so, and the page changes.
    if (error instanceof ApiProblem && error.code === 'second-factor-required')
      client.invalidateQueries({ queryKey: ['me'] })
  }
  onReconnected(() => client.invalidateQueries())
  return client
}

/**
 * Options of a query that stays live. The browser revalidates with the answer's ETag by itself, so an unchanged one
 * costs a 304; a hidden tab asks nothing.
 */
export function live(seconds: number) {
  return { refetchInterval: seconds * 1000, refetchOnWindowFocus: true } as const
}

let leaving = false

/** Once, however many requests are refused at the same time. */
function leaveWhenSignedOut(error: Error) {
  if (leaving || !(error instanceof ApiProblem) || error.code !== 'signed-out') return
  leaving = true
  location.assign(signInAddress(location.pathname + location.search + location.hash))
}
