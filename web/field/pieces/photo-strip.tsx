import { type ChangeEvent, useId, useState } from 'react'
import type { PhotoRole } from '../../../schema/api/photos.ts'
import { fieldPhotosTexts } from '../../i18n/field-photos.ts'
import { useTexts } from '../../lib/language.tsx'
import { useField } from '../field-context.tsx'
import type { FieldStore } from '../store/store.ts'
import { Picture } from './picture.tsx'
import { usePhotosOf } from './stored.ts'

/** HEIC is left out on purpose: asked for JPEG, an iPhone converts by itself and keeps time and place. */
const kinds = 'image/jpeg,image/png,image/webp'

type Fault = Awaited<ReturnType<FieldStore['addPhotos']>>[number]

type Props = {
  /** The record they belong to; undefined where there is none yet, then `begin` makes it at the first photo. */
  record: string | undefined
  begin?: () => Promise<string>
  label: string
  as: PhotoRole
  of?: string | null
  /** Drawn beside the buttons: another way to take one. */
  children?: React.ReactNode
}

/** Photos of a record, or of one thing found: from the camera, or several at a time from the album. */
export function PhotoStrip({ record, begin, label, as: role, of = null, children }: Props) {
  const t = useTexts(fieldPhotosTexts)
  const { store } = useField()
  const photos = usePhotosOf(record).filter((photo) => photo.of === of && photo.role === role)
  const [busy, setBusy] = useState(0)
  const [faults, setFaults] = useState<readonly Fault[]>([])
  const add = async (files: readonly File[]) => {
    if (files.length === 0) return
    setBusy((n) => n + files.length)
    try {
      const id = record ?? (await begin?.())
      setFaults(id === undefined ? [] : await store.addPhotos(id, files, { of, role }))
    } finally {
      setBusy((n) => n - files.length)
    }
  }
  return (
    <fieldset className="photos">
      <legend>{label}</legend>
      <div className="photo-buttons">
        <Pick camera label={t('camera')} add={add} />
        <Pick label={t('album')} add={add} />
        {children}
      </div>
      {(photos.length > 0 || busy > 0) && (
        <ul>
          {photos.map(({ id }, at) => (
            <li key={id}>
              <Picture photo={id} alt={t('nth', { n: at + 1 })} />
              <button
                type="button"
                aria-label={t('remove', { n: at + 1 })}
                onClick={() => store.removePhoto(id)}
              >
                <span aria-hidden="true">×</span>
              </button>
            </li>
          ))}
          {busy > 0 && (
            <li className="busy" role="status">
              {t('preparing')}
            </li>
          )}
        </ul>
      )}
      {faults.map(({ name, why }, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: two files may have one name and one fault
        <p key={at} className="fault" role="alert">
          {t(why, { name })}
        </p>
      ))}
    </fieldset>
  )
}

/** A button that is a file input: no dialog of our own stands between a tap and the camera. */
function Pick({
  camera = false,
  label,
  add,
}: {
  camera?: boolean
  label: string
  add: (files: readonly File[]) => void
}) {
  const id = useId()
  const picked = ({ target }: ChangeEvent<HTMLInputElement>) => {
    add(Array.from(target.files ?? []))
    target.value = ''
  }
  return (
    <span className="pick">
      <input
        id={id}
        type="file"
        accept={kinds}
        multiple={!camera}
        {...(camera ? { capture: 'environment' as const } : {})}
        onChange={picked}
      />
      <label htmlFor={id}>{label}</label>
    </span>
  )
}
