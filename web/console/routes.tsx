import { lazy } from 'react'
import { Navigate, type RouteObject } from 'react-router'
import { sections } from './sections.tsx'
import { Failed } from './shell/failed.tsx'
import { Home } from './shell/home.tsx'
import { NotFound } from './shell/not-found.tsx'
import { Section } from './shell/section.tsx'
import { Shell } from './shell/shell.tsx'

const AccountPage = lazy(() => import('./account/account-page.tsx'))
const PlatformPage = lazy(() => import('./platform/platform-page.tsx'))

/** Below `/console`. A section owns everything under its path. */
export const routes: RouteObject[] = [
  {
    errorElement: <Failed />,
    children: [
      { index: true, element: <Home /> },
      { path: 'account', element: <AccountPage /> },
      { path: 'platform', element: <PlatformPage /> },
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
