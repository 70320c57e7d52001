import { lazy } from 'react'
import type { PlatformCounty } from '../../../schema/api/platform.ts'
import { WithLibrary } from '../shell/with-library.tsx'

/** What the platform is about to do, and is asked about first. */
export type Asked =
  | { what: 'approve' | 'suspend' | 'erase'; county: PlatformCounty }
  | { what: 'resetSecondFactor' }

const Dialogs = lazy(() => import('./dialogs.tsx'))

/** The dialog that asks; its code comes when somebody first asks for it. */
export function PlatformDialog(asking: { asked: Asked; close: () => void }) {
  return (
    <WithLibrary waiting={null}>
      <Dialogs {...asking} />
    </WithLibrary>
  )
}
