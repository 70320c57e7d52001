import { useState } from 'react'
import { fieldTexts } from '../../../i18n/field.ts'
import { fieldOutboxTexts } from '../../../i18n/field-outbox.ts'
import { useDates } from '../../../lib/dates.ts'
import { useTexts } from '../../../lib/language.tsx'
import { Picture } from '../../pieces/picture.tsx'
import { usePhotosOf } from '../../pieces/stored.ts'
import type { FieldPhoto, FieldRecord } from '../../store/records.ts'
import { Mend } from './mend.tsx'

/** One record: what it is, how far it is, and each of its photos. */
export function RecordRow({ record }: { record: FieldRecord }) {
  const t = useTexts(fieldOutboxTexts)
  const frame = useTexts(fieldTexts)
  const dates = useDates()
  const photos = usePhotosOf(record.id)
  const [open, setOpen] = useState(record.state === 'refused')
  const sent = photos.filter(({ state }) => state === 'sent').length
  return (
    <li className={`record ${record.state}`}>
      <div className="record-head">
        <span className="lines">
          <strong>{record.title}</strong>
          <span className="soft">
            {frame(`kind_${record.body.kind}`)} · {dates.momentShort(record.madeAt)}
          </span>
        </span>
        <State of={record} />
      </div>
      {photos.length > 0 && (
        <button type="button" className="link" aria-expanded={open} onClick={() => setOpen(!open)}>
          {t('photosSent', { n: sent, all: photos.length })}
        </button>
      )}
      {open && photos.length > 0 && (
        <ul className="photo-states">
          {photos.map((photo, at) => (
            <li key={photo.id}>
              <Picture photo={photo.id} alt={t('nthPhoto', { n: at + 1 })} />
              <State of={photo} />
              {photo.refusal && <span className="wrong">{photo.refusal.title}</span>}
            </li>
          ))}
        </ul>
      )}
      {record.state === 'refused' && <Mend record={record} photos={photos.length} />}
    </li>
  )
}

const signs = { draft: '…', waiting: '○', sending: '↑', sent: '✓', refused: '!' } as const

/** Sign and word; what is on its way says how much of it. */
function State({ of }: { of: FieldRecord | FieldPhoto }) {
  const t = useTexts(fieldOutboxTexts)
  const word =
    of.state === 'sending' && 'progress' in of
      ? t('sendingPercent', { percent: Math.round(of.progress * 100) })
      : t(`state_${of.state}`)
  return (
    <span className={`send-state ${of.state}`}>
      <span aria-hidden="true">{signs[of.state]}</span> {word}
    </span>
  )
}
