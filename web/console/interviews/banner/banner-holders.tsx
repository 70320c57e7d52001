import { Link } from 'react-router'
import type { Banner } from '../../../../schema/api/consequences.ts'
import { interviewsTexts } from '../../../i18n/interviews.ts'
import { rankingTexts } from '../../../i18n/ranking.ts'
import { useDates } from '../../../lib/dates.ts'
import { useTexts } from '../../../lib/language.tsx'
import { useCounty } from '../../../lib/session.ts'
import { villageName } from '../../../ui/ranking-words.ts'

/** Who holds the banner now, the longest first. */
export function BannerHolders({ banner: { asOf, holders } }: { banner: Banner }) {
  const t = useTexts(interviewsTexts)
  const words = useTexts(rankingTexts)
  const dates = useDates()
  const { county, may } = useCounty()
  return (
    <section className="banner" aria-labelledby="banner-holders">
      <h2 id="banner-holders">
        {t('bannerHolders')}{' '}
        <span className="soft">
          {asOf && words('round', { no: asOf.no })} · {t('holderCount', { n: holders.length })}
        </span>
      </h2>
      {holders.length === 0 && <p className="soft">{t('bannerFree')}</p>}
      <ul className="banner-holders">
        {holders.map(({ subject, name, townshipName, consequence, since, rounds, earlier }) => (
          <li key={subject}>
            <span className="flag" aria-hidden="true" />
            <span>
              <b>{villageName(name)}</b> <span className="soft">{townshipName}</span>
            </span>
            <span>
              {t(earlier ? 'bannerSinceBefore' : 'bannerSince', {
                no: since.no,
                day: dates.dayShort(since.publishedAt),
              })}
            </span>
            <span className="number">{t('bannerRounds', { n: rounds })}</span>
            <span>
              {asOf && <Link to={`/${county}/rounds/${asOf.round}/why/${subject}`}>{t('whyPlace')}</Link>}{' '}
              {may('consequence.write') && (
                <Link to={`/${county}/interviews/${consequence}`}>{t('bannerRecord')}</Link>
              )}
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}
