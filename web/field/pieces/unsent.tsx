import { fieldTexts } from '../../i18n/field.ts'
import { useTexts } from '../../lib/language.tsx'
import { Link } from './router.tsx'
import { useRecords } from './stored.ts'
import { unsentIn } from './tally.ts'

/** How much has not reached the county yet; always in sight, and the way to see which. */
export function Unsent() {
  const t = useTexts(fieldTexts)
  const records = useRecords()
  if (!records) return null
  const { unsent, refused } = unsentIn(records)
  if (refused > 0) {
    return (
      <Link to="/outbox" className="unsent refused">
        <span aria-hidden="true">! </span>
        {t('refusedCount', { n: refused })}
      </Link>
    )
  }
  return (
    <Link to="/outbox" className={unsent > 0 ? 'unsent waiting' : 'unsent'}>
      {unsent > 0 ? t('unsentCount', { n: unsent }) : t('allSent')}
    </Link>
  )
}
