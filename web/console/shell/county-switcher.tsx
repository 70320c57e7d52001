import { useNavigate } from 'react-router'
import { shellTexts } from '../../i18n/shell.ts'
import { useTexts } from '../../lib/language.tsx'
import { addressOf, useCounty, useMe, useSetup } from '../../lib/session.ts'

/** The county's name; a choice for those who work in several. */
export function CountySwitcher() {
  const t = useTexts(shellTexts)
  const { memberships } = useMe()
  const { summary } = useCounty()
  const { data } = useSetup()
  const go = useNavigate()
  return (
    <span className="county">
      {memberships.length > 1 ? (
        <select
          aria-label={t('counties')}
          value={addressOf(summary)}
          onChange={(event) => go(`/${event.target.value}/cockpit`)}
        >
          {memberships.map(({ county }) => (
            <option key={county.id} value={addressOf(county)}>
              {county.name}
            </option>
          ))}
        </select>
      ) : (
        summary.name
      )}
      {data?.demo && <span className="tag">{t('demo')}</span>}
    </span>
  )
}
