import { Checkbox, Input } from 'antd'
import type { ColumnPhotoGiven } from '../../../../schema/api/columns.ts'
import type { IssueDetail } from '../../../../schema/api/issues.ts'
import { columnsTexts } from '../../../i18n/columns.ts'
import { useTexts } from '../../../lib/language.tsx'
import { useCounty } from '../../../lib/session.ts'
import { PhotoField } from '../../../ui/photos/photo-field.tsx'

const most = 9

type Props = {
  photos: readonly ColumnPhotoGiven[]
  issue: IssueDetail | undefined
  change: (photos: ColumnPhotoGiven[]) => void
  busy: (sending: boolean) => void
  error: string | undefined
}

/** An article's photos: taken over from the issue or uploaded, each with its words and whether it must be blurred. */
export function ArticlePhotos({ photos, issue, change, busy, error }: Props) {
  const t = useTexts(columnsTexts)
  const { county } = useCounty()
  const known = new Map(photos.map((one) => [one.photo, one]))
  const set = (ids: readonly string[]) =>
    change(ids.map((photo) => known.get(photo) ?? { photo, caption: '' }))
  const edit = (photo: string, part: Partial<ColumnPhotoGiven>) =>
    change(photos.map((one) => (one.photo === photo ? { ...one, ...part } : one)))
  return (
    <div className="form-field">
      {issue && <IssuePhotos issue={issue} chosen={[...known.keys()]} choose={set} />}
      <PhotoField label={t('photos')} value={[...known.keys()]} change={set} max={most} busy={busy} />
      {error !== undefined && <p className="wrong">{error}</p>}
      {photos.map(({ photo, caption = '', blur = false }, at) => (
        <div key={photo} className="photo-words">
          <img
            src={`/api/v1/counties/${county}/photos/${photo}/thumbnail`}
            alt={t('nthPhoto', { n: at + 1 })}
          />
          <Input
            aria-label={t('caption', { n: at + 1 })}
            placeholder={t('captionHint')}
            maxLength={100}
            value={caption}
            onChange={({ target }) => edit(photo, { caption: target.value })}
          />
          <Checkbox checked={blur} onChange={({ target }) => edit(photo, { blur: target.checked })}>
            {t('needsBlur')}
          </Checkbox>
        </div>
      ))}
      {photos.length > 0 && <p className="soft">{t('blurLater')}</p>}
    </div>
  )
}

type IssueProps = { issue: IssueDetail; chosen: readonly string[]; choose: (ids: readonly string[]) => void }

function IssuePhotos({ issue, chosen, choose }: IssueProps) {
  const t = useTexts(columnsTexts)
  const there = [...new Map(issue.photos.map((photo) => [photo.id, photo])).values()].filter(
    ({ awaitedSince }) => awaitedSince === undefined,
  )
  if (there.length === 0) return null
  return (
    <fieldset className="issue-photos form-field">
      <legend>{t('fromIssue', { no: issue.no })}</legend>
      {there.map(({ id, thumbnailUrl }, at) => (
        <label key={id}>
          <img src={thumbnailUrl} alt={t('nthPhoto', { n: at + 1 })} />
          <input
            type="checkbox"
            checked={chosen.includes(id)}
            disabled={!chosen.includes(id) && chosen.length >= most}
            onChange={({ target }) =>
              choose(target.checked ? [...chosen, id] : chosen.filter((one) => one !== id))
            }
          />
        </label>
      ))}
    </fieldset>
  )
}
