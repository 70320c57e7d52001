import { useState } from 'react'
import type { ComplaintDetail } from '../../../../schema/api/complaints.ts'
import { complaintsTexts } from '../../../i18n/complaints.ts'
import { answer, api } from '../../../lib/api.ts'
import { useTexts } from '../../../lib/language.tsx'
import { newUuid } from '../../../lib/request-key.ts'
import { useCounty } from '../../../lib/session.ts'
import { useChange } from '../../../lib/use-change.ts'
import { useUndoable } from '../../../ui/undoable.ts'
import { complaintsKey } from '../queries.ts'

/** What the dialog holds; severity 0 leaves it to the category. */
export type RaiseDraft = {
  category: string | null
  area: string | null
  severity: 0 | 1 | 2 | 3
  text: string
  location: string
  photos: readonly string[]
}

export function firstDraft({ category, area, text, location, photos }: ComplaintDetail): RaiseDraft {
  return { category, area, severity: 0, text, location: location ?? '', photos: photos.map(({ id }) => id) }
}

/** Raises the issue under an id made here, so that the same sent again is one issue. */
export function useRaise({ id, place }: ComplaintDetail, close: () => void) {
  const t = useTexts(complaintsTexts)
  const { county } = useCounty()
  const said = useUndoable()
  const [issueId] = useState(newUuid)
  return useChange({
    send: ({ category, area, severity, text, location, photos }: RaiseDraft, options) =>
      answer(
        api.counties[':county'].complaints[':id'].issue.$put(
          {
            param: { county, id },
            json: {
              ...{ id: issueId, category: category ?? '', area: area ?? '', text, photos: [...photos] },
              ...(severity === 0 ? {} : { severity }),
              ...(location.trim() === '' ? {} : { location }),
              ...(place ? { place } : {}),
            },
          },
          options,
        ),
      ),
    renews: [complaintsKey(county), [county, 'issues']],
    done: ({ issue }) => {
      said(t('didRaise', { no: issue.no }))
      close()
    },
  })
}
