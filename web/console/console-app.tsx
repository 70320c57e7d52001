import { type QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { Suspense, useState } from 'react'
import { createBrowserRouter } from 'react-router'
import { RouterProvider } from 'react-router/dom'
import { Sayings } from '../ui/sayings.tsx'
import { routes } from './routes.tsx'
import { Loading } from './shell/loading.tsx'

/** The console: query store, route table, and what is said in passing. */
export function ConsoleApp({ queries }: { queries: QueryClient }) {
  const [router] = useState(() => createBrowserRouter(routes, { basename: '/console' }))
  return (
    <QueryClientProvider client={queries}>
      <Suspense fallback={<Loading />}>
        <RouterProvider router={router} />
      </Suspense>
      <Sayings />
    </QueryClientProvider>
  )
}
