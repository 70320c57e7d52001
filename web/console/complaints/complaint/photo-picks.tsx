import { Checkbox } from 'antd'
import type { PhotoShown } from '../../../../schema/api/photos.ts'
import { complaintsTexts } from '../../../i18n/complaints.ts'
import { useTexts } from '../../../lib/language.tsx'

type Props = {
  label: string
  photos: readonly PhotoShown[]
  picked: readonly string[]
  pick: (ids: string[]) => void
  most?: number
}

/** Some of a few photos. */
export function PhotoPicks({ label, photos, picked, pick, most = photos.length }: Props) {
  const t = useTexts(complaintsTexts)
  const toggle = (id: string, on: boolean) => pick(on ? [...picked, id] : picked.filter((one) => one !== id))
  return (
    <fieldset className="complaint-picks" aria-label={label}>
      {photos.map(({ id, thumbnailUrl }, at) => (
        <div key={id}>
          <img src={thumbnailUrl} alt="" width={88} height={88} loading="lazy" />
          <Checkbox
            checked={picked.includes(id)}
            disabled={!picked.includes(id) && picked.length >= most}
            onChange={({ target }) => toggle(id, target.checked)}
          >
            {t('photoNo', { n: at + 1 })}
          </Checkbox>
        </div>
      ))}
    </fieldset>
  )
}
