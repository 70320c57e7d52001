import { Checkbox } from 'antd'
import { useState } from 'react'
import type { DataValues } from '../../../../schema/api/bulletin-content.ts'
import { bulletinsTexts } from '../../../i18n/bulletins.ts'
import { useTexts } from '../../../lib/language.tsx'
import type { PhotoAddress } from '../../../ui/bulletin/content.tsx'
import { FormDialog } from '../../../ui/form-dialog.tsx'
import { PhotoField } from '../../../ui/photos/photo-field.tsx'

type Added = { photo: string; caption: string }
type Props = { data: DataValues; photo: PhotoAddress; insert: (photos: Added[]) => void; close: () => void }

/** Pictures for a bulletin: uploaded now, or chosen from the examples that its data blocks show. */
export function InsertPictures({ data, photo, insert, close }: Props) {
  const t = useTexts(bulletinsTexts)
  const [uploaded, setUploaded] = useState<string[]>([])
  const [chosen, setChosen] = useState<readonly string[]>([])
  const [sending, setSending] = useState(false)
  const examples = examplesIn(data)
  const picked = examples.filter((one) => chosen.includes(one.photo))
  const all = [...picked, ...uploaded.map((id) => ({ photo: id, caption: '' }))]
  return (
    <FormDialog
      wide
      title={t('addPictures')}
      submitLabel={t('insert')}
      busy={sending}
      disabled={all.length === 0}
      submit={() => insert(all)}
      close={close}
    >
      <PhotoField label={t('upload')} value={uploaded} change={setUploaded} busy={setSending} max={20} />
      {examples.length > 0 && (
        <fieldset className="bulletin-examples">
          <legend>{t('fromExamples')}</legend>
          {examples.map((one) => (
            <Checkbox
              key={one.photo}
              checked={chosen.includes(one.photo)}
              onChange={({ target }) =>
                setChosen(target.checked ? [...chosen, one.photo] : chosen.filter((id) => id !== one.photo))
              }
            >
              <img src={photo(one.photo)} alt="" width={96} height={72} loading="lazy" /> {one.caption}
            </Checkbox>
          ))}
        </fieldset>
      )}
    </FormDialog>
  )
}

function examplesIn(data: DataValues): Added[] {
  const photos = Object.values(data).flatMap((value) =>
    value.form === 'examples' ? value.examples.flatMap((one) => one.photos) : [],
  )
  return [...new Map(photos.map(({ photo, caption }) => [photo, { photo, caption }])).values()]
}
