import { Link } from 'react-router'
import type { RoundDetail } from '../../../schema/api/boards.ts'
import type { ReportOverview } from '../../../schema/api/reports.ts'
import { derivedTexts } from '../../i18n/derived.ts'
import { shanghaiDay } from '../../lib/dates.ts'
import { useTexts } from '../../lib/language.tsx'
import { useCounty } from '../../lib/session.ts'

type Derived = NonNullable<ReportOverview['sources'][number]['derived']>

/** What has come in for a source nobody reports to. */
export function DerivedSource({ derived, round }: { derived: Derived; round: RoundDetail }) {
  const t = useTexts(derivedTexts)
  const { county } = useCounty()
  const { from, subjects, inspections, late } = derived
  const days = `from=${shanghaiDay(round.opensAt)}&to=${shanghaiDay(round.closesAt)}`
  return (
    <>
      <p className="soft">{t(`from_${from}`)}</p>
      <p>
        {from === 'inspections'
          ? t('inspections', { n: inspections, subjects })
          : t('subjects', { subjects })}
      </p>
      {late > 0 && <p className="wrong">{t('late', { n: late })}</p>}
      {from === 'inspections' && <Link to={`/${county}/inspections?${days}`}>{t('see')}</Link>}
    </>
  )
}
