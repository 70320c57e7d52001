import { useState } from 'react'
import type { FieldIssue } from '../../../../schema/api/field.ts'
import { fieldIssuesTexts } from '../../../i18n/field-issues.ts'
import { useTexts } from '../../../lib/language.tsx'
import { useField } from '../../field-context.tsx'
import { usePicture } from '../../pieces/picture.tsx'
import { GhostCamera } from './ghost-camera.tsx'
import { useIssueNow } from './use-issue-now.ts'

type Props = {
  id: string
  issue: FieldIssue | undefined
  /** Whether the photos to take should match it. */
  compare: boolean
  record: string | undefined
  begin: () => Promise<string>
}

/** What it looked like before; over the camera it shows through, so that the new photo is taken from the same place. */
export function Before({ id, issue, compare, record, begin }: Props) {
  const t = useTexts(fieldIssuesTexts)
  const { store } = useField()
  const [open, setOpen] = useState(false)
  const fresh = useIssueNow(id)
  const first = issue?.thumbnails.find(({ role }) => role === 'before' || role === 'finding')
  const whole = fresh?.photos.find(({ role }) => role === 'before' || role === 'finding')?.url
  const kept = usePicture(
    async (of) => (first === undefined ? undefined : await of.thumbnail(first.photo)),
    `before ${first?.photo}`,
  )
  const before = whole ?? kept ?? first?.url
  if (before === undefined) return null
  if (open) {
    const taken = async (photo: File) => {
      const to = record ?? (await begin())
      await store.addPhotos(to, [photo], { of: null, role: 'after' })
      setOpen(false)
    }
    return <GhostCamera before={before} taken={taken} close={() => setOpen(false)} />
  }
  return (
    <figure className="before">
      <img src={before} alt={t('photo_before')} />
      <figcaption>{compare ? t('sameAngle') : t('photo_before')}</figcaption>
      {compare && 'mediaDevices' in navigator && (
        <button type="button" className="button wide" onClick={() => setOpen(true)}>
          {t('ghostCamera')}
        </button>
      )}
    </figure>
  )
}
