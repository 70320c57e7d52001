import { fieldOutboxTexts } from '../../../i18n/field-outbox.ts'
import { useTexts } from '../../../lib/language.tsx'
import { useField } from '../../field-context.tsx'
import { addressOfRecord } from '../../pieces/record-address.ts'
import { go, Link } from '../../pieces/router.tsx'
import { useToast } from '../../pieces/toast.tsx'
import type { Body, FieldRecord } from '../../store/records.ts'

/** Why the service refused it, and the ways out; its photos stay until its owner throws them away. */
export function Mend({ record, photos }: { record: FieldRecord; photos: number }) {
  const t = useTexts(fieldOutboxTexts)
  const { store } = useField()
  const say = useToast()
  const { refusal, body } = record
  const overtaken = body.kind === 'step' && refusal?.status === 409 ? body : undefined
  const reopen = async () => {
    await store.reopen(record.id)
    if (overtaken) await store.write(record.id, unversioned(overtaken))
    go(addressOfRecord(record))
  }
  const discard = async () => {
    await store.discard(record.id)
    say(t('discarded'), () => store.undiscard(record.id))
  }
  const asNote = async (note: Body) => {
    await store.reopen(record.id)
    await store.write(record.id, note)
    await store.finish(record.id)
    say(t('keptAsNote'))
  }
  const note = overtaken ? noteOf(overtaken, t('noteInstead')) : undefined
  return (
    <div className="mend">
      <p>
        <strong>{overtaken ? t('overtaken') : refusal?.title}</strong> {overtaken ? '' : refusal?.detail}
      </p>
      {refusal && refusal.errors.length > 0 && (
        <ul>
          {refusal.errors.map(({ path, message }) => (
            <li key={path}>{message}</li>
          ))}
        </ul>
      )}
      {photos > 0 && <p className="soft">{t('photosKept', { n: photos })}</p>}
      <div className="mend-buttons">
        {body.kind === 'step' && (
          <Link className="button" to={`/issues/${body.issue}`}>
            {t('seeNow')}
          </Link>
        )}
        {note && (
          <button type="button" className="button" onClick={() => asNote(note)}>
            {t('sendAsNote')}
          </button>
        )}
        <button type="button" className="button" onClick={reopen}>
          {t('reopen')}
        </button>
        <button type="button" className="button danger" onClick={discard}>
          {t('discard')}
        </button>
      </div>
    </div>
  )
}

/** As it may be tried again, whatever was seen the first time: where it cannot be, the state refuses it. */
function unversioned(body: Extract<Body, { kind: 'step' }>): Body {
  const { version: _, ...record } = body.record
  return { ...body, record }
}

/** The same words and photos as a note, which an issue takes in whatever has happened to it. */
function noteOf(body: Extract<Body, { kind: 'step' }>, otherwise: string): Body {
  const { note = '', deviceAt } = body.record
  const record = { kind: 'noted' as const, note: note.trim() || otherwise }
  return { ...body, record: deviceAt === undefined ? record : { ...record, deviceAt } }
}
