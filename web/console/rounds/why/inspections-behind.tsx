import { useQuery } from '@tanstack/react-query'
import { Link } from 'react-router'
import type { RoundDetail } from '../../../../schema/api/boards.ts'
import { derivedTexts } from '../../../i18n/derived.ts'
import { answer, api } from '../../../lib/api.ts'
import { useDates } from '../../../lib/dates.ts'
import { useTexts } from '../../../lib/language.tsx'
import { useCounty } from '../../../lib/session.ts'

/** The inspections a value follows from, each a link; nothing where the board is fed by none or they are out of reach. */
export function InspectionsBehind({ round, subject }: { round: RoundDetail; subject: string }) {
  const t = useTexts(derivedTexts)
  const dates = useDates()
  const { county, may } = useCounty()
  const fed = round.policy.sources.some(({ derivedFrom }) => derivedFrom === 'inspections')
  const { data } = useQuery({
    queryKey: [county, 'rounds', round.id, 'inspections', subject],
    enabled: fed && may('inspection.read'),
    retry: false,
    queryFn: () =>
      answer(
        api.counties[':county'].rounds[':id'].standings[':subject'].inspections.$get({
          param: { county, id: round.id, subject },
        }),
      ),
    select: ({ items }) => items,
  })
  if (!data || data.length === 0) return null
  return (
    <section>
      <h2>{t('behind')}</h2>
      <ul>
        {data.map(({ source, id, endedAt, score, late }) => (
          <li key={`${source} ${id}`}>
            <Link to={`/${county}/inspections/${id}`}>
              {t('scored', { day: dates.momentShort(endedAt), score: score.toFixed(2) })}
            </Link>
            {late && <span className="soft"> · {t('lateOne')}</span>}
          </li>
        ))}
      </ul>
    </section>
  )
}
