import { fieldTexts } from '../../../i18n/field.ts'
import { useDates } from '../../../lib/dates.ts'
import { useTexts } from '../../../lib/language.tsx'
import { addressOfRecord } from '../../pieces/record-address.ts'
import { Link } from '../../pieces/router.tsx'
import type { FieldRecord } from '../../store/records.ts'

/** What was begun and not finished, the latest first; `kind` shows those alone. */
export function Drafts({
  records,
  kind,
}: {
  records: readonly FieldRecord[]
  kind?: FieldRecord['body']['kind']
}) {
  const t = useTexts(fieldTexts)
  const dates = useDates()
  const drafts = records
    .filter(({ state, body }) => state === 'draft' && (kind === undefined || body.kind === kind))
    .filter(({ body }) => !(body.kind === 'issue' && body.record.inspection !== undefined))
    .sort((a, b) => b.changedAt - a.changedAt)
  if (drafts.length === 0) return null
  return (
    <section>
      <h2>{t('drafts', { n: drafts.length })}</h2>
      <ul className="rows">
        {drafts.map((record) => (
          <li key={record.id}>
            <Link className="row" to={addressOfRecord(record)}>
              <strong>{record.title}</strong>
              <span className="soft">
                {t(`kind_${record.body.kind}`)} · {dates.momentShort(record.changedAt)}
              </span>
            </Link>
          </li>
        ))}
      </ul>
    </section>
  )
}
