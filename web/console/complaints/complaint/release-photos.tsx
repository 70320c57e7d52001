import { Button } from 'antd'
import { useState } from 'react'
import type { ComplaintDetail } from '../../../../schema/api/complaints.ts'
import { complaintsTexts } from '../../../i18n/complaints.ts'
import { answer, api } from '../../../lib/api.ts'
import { useTexts } from '../../../lib/language.tsx'
import { useCounty } from '../../../lib/session.ts'
import { useChange } from '../../../lib/use-change.ts'
import { ErrorState } from '../../../ui/error-state.tsx'
import { useUndoable } from '../../../ui/undoable.ts'
import { complaintsKey } from '../queries.ts'
import { PhotoPicks } from './photo-picks.tsx'

/** Lets the writer see before and after. */
export function ReleasePhotos({ complaint }: { complaint: ComplaintDetail }) {
  const t = useTexts(complaintsTexts)
  const { county } = useCounty()
  const said = useUndoable()
  const { id, issuePhotos, released } = complaint
  const [picked, setPicked] = useState<readonly string[]>(released)
  const release = useChange({
    send: (json: { photos: string[] }, options) =>
      answer(
        api.counties[':county'].complaints[':id'].release.$put({ param: { county, id }, json }, options),
      ),
    renews: [complaintsKey(county)],
    done: () => said(t('didRelease')),
  })
  return (
    <>
      <h2>{t('release')}</h2>
      <p className="soft">{t(issuePhotos.length === 0 ? 'noIssuePhotos' : 'releaseHint')}</p>
      {issuePhotos.length > 0 && (
        <>
          <PhotoPicks label={t('release')} photos={issuePhotos} picked={picked} pick={setPicked} most={4} />
          <Button loading={release.isPending} onClick={() => release.mutate({ photos: [...picked] })}>
            {t('save')}
          </Button>
        </>
      )}
      {release.error && <ErrorState error={release.error} />}
    </>
  )
}
