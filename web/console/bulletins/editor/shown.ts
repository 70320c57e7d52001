import { createContext, useContext } from 'react'
import type { DataValues } from '../../../../schema/api/bulletin-content.ts'
import type { PhotoAddress } from '../../../ui/bulletin/content.tsx'

type Shown = { data: DataValues; photo: PhotoAddress }

/** What the draft's data blocks show as of its last saving, and where its pictures are. */
export const ShownContext = createContext<Shown>({ data: {}, photo: () => '' })

export function useShown(): Shown {
  return useContext(ShownContext)
}
