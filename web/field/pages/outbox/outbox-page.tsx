import { fieldOutboxTexts } from '../../../i18n/field-outbox.ts'
import { useTexts } from '../../../lib/language.tsx'
import { useField, useNow } from '../../field-context.tsx'
import { Empty } from '../../pieces/empty.tsx'
import { Screen } from '../../pieces/screen.tsx'
import { useRecords } from '../../pieces/stored.ts'
import { unsentIn } from '../../pieces/tally.ts'
import type { SendState } from '../../store/records.ts'
import { Drafts } from '../today/drafts.tsx'
import { HandOver } from './hand-over.tsx'
import { NextAttempt } from './next-attempt.tsx'
import { RecordRow } from './record-row.tsx'
import { RoomLine } from './room-line.tsx'

const order: readonly SendState[] = ['refused', 'sending', 'waiting', 'sent']
const lately = 20

/** Everything made on this phone and where each of it stands; what the service refused comes first. */
export function OutboxPage() {
  const t = useTexts(fieldOutboxTexts)
  const { sending } = useField()
  const { sending: busy } = useNow(sending)
  const records = useRecords()
  if (!records) return <Screen title={t('title')}>{null}</Screen>
  const { unsent } = unsentIn(records)
  const sent = records
    .filter(({ state }) => state === 'sent')
    .sort((a, b) => (b.sentAt ?? 0) - (a.sentAt ?? 0))
  const open = records
    .filter(({ state }) => state !== 'sent' && state !== 'draft')
    .sort((a, b) => order.indexOf(a.state) - order.indexOf(b.state) || a.madeAt - b.madeAt)
  return (
    <Screen title={t('title')}>
      <p role="status">{unsent === 0 ? t('nothingUnsent') : t('unsent', { n: unsent })}</p>
      {unsent > 0 && (
        <>
          <NextAttempt />
          <button type="button" className="button primary wide" disabled={busy} onClick={() => sending.now()}>
            {busy ? t('sendingNow') : t('sendNow')}
          </button>
        </>
      )}
      {records.length === 0 && (
        <Empty title={t('empty')}>
          <p className="soft">{t('emptyHint')}</p>
        </Empty>
      )}
      <ul className="rows outbox">
        {open.map((record) => (
          <RecordRow key={record.id} record={record} />
        ))}
      </ul>
      <Drafts records={records} />
      {sent.length > 0 && (
        <section>
          <h2>{t('sent')}</h2>
          <ul className="rows outbox">
            {sent.slice(0, lately).map((record) => (
              <RecordRow key={record.id} record={record} />
            ))}
          </ul>
        </section>
      )}
      <HandOver />
      <RoomLine />
    </Screen>
  )
}
