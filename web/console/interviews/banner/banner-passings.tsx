import type { Banner } from '../../../../schema/api/consequences.ts'
import { interviewsTexts } from '../../../i18n/interviews.ts'
import { rankingTexts } from '../../../i18n/ranking.ts'
import { useDates } from '../../../lib/dates.ts'
import { useTexts } from '../../../lib/language.tsx'
import { villageName } from '../../../ui/ranking-words.ts'

/** How the banner travelled, round by round, the newest first. */
export function BannerPassings({ banner: { passings } }: { banner: Banner }) {
  const t = useTexts(interviewsTexts)
  const words = useTexts(rankingTexts)
  const dates = useDates()
  if (passings.length === 0) return null
  return (
    <section className="banner" aria-labelledby="banner-passings">
      <h2 id="banner-passings">{t('bannerPassings')}</h2>
      <ul className="passings">
        {passings.map(({ round, no, publishedAt, gained, lost }) => (
          <li key={round}>
            <span className="soft">
              {words('round', { no })} · {dates.dayShort(publishedAt)}
            </span>
            {gained.length > 0 && <span>{t('bannerGained', { names: namesOf(gained) })}</span>}
            {lost.length > 0 && <span>{t('bannerLost', { names: namesOf(lost) })}</span>}
          </li>
        ))}
      </ul>
    </section>
  )
}

function namesOf(subjects: Banner['passings'][number]['gained']): string {
  return subjects.map(({ name, townshipName }) => `${townshipName ?? ''}${villageName(name)}`).join('、')
}
