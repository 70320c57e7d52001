import { Suspense } from 'react'
import { Navigate, type RouteObject } from 'react-router'
import { sections } from './sections.tsx'
import { Failed } from './shell/failed.tsx'
import { page } from './shell/fetched-page.ts'
import { Home } from './shell/home.tsx'
import { Loading } from './shell/loading.tsx'
import { NotFound } from './shell/not-found.tsx'
import { Section } from './shell/section.tsx'
import { Shell } from './shell/shell.tsx'
import { fetchLibrary, WithLibrary } from './shell/with-library.tsx'

const account = page(() => import('./account/account-page.tsx'))
const platform = page(() => import('./platform/platform-page.tsx'))

/** Below `/console`. A section owns everything under its path. */
export const routes: RouteObject[] = [
  {
    errorElement: <Failed />,
    children: [
      { index: true, element: <Home /> },
      {
        path: 'account',
        element: (
          <WithLibrary>
            <account.Page />
          </WithLibrary>
        ),
      },
      {
        path: 'platform',
        element: (
          <Suspense fallback={<Loading />}>
            <platform.Page />
          </Suspense>
        ),
      },
      {
        path: ':county',
        element: <Shell />,
        children: [
          { index: true, element: <Navigate to="cockpit" replace /> },
          ...sections.map((section) => ({
            path: `${section.path}/*`,
            element: <Section section={section} />,
          })),
          { path: '*', element: <NotFound /> },
        ],
      },
    ],
  },
]

/** Brings the code of the page at an address of the console, so that its first drawing need not wait for it. */
export async function fetchPageAt(pathname: string): Promise<void> {
  const [, , first, second = 'cockpit'] = pathname.split('/')
  if (first === 'platform') await platform.fetch()
  else if (first === 'account') await Promise.all([account.fetch(), fetchLibrary()])
  else await fetchSection(second || 'cockpit')
}

async function fetchSection(path: string): Promise<void> {
  const section = sections.find((one) => one.path === path)
  if (section) await Promise.all([section.fetch(), !section.plain && fetchLibrary()])
}
