import type { RegionCounty } from '../../schema/api/regions.ts'
import { signupTexts } from '../i18n/signup.ts'
import { useTexts } from '../lib/language.tsx'

/** What signing up brings in: every township with its villages. */
export function CountyListing({ county }: { county: RegionCounty }) {
  const t = useTexts(signupTexts)
  const { name, townships } = county
  const villages = townships.reduce((sum, township) => sum + township.villages.length, 0)
  return (
    <section aria-label={name}>
      <p role="status">
        <strong>{t('found', { name, townships: townships.length, villages })}</strong>
        <br />
        <span className="hint">{t('foundHint')}</span>
      </p>
      <div className="listing">
        {townships.map((township) => (
          <details key={township.code}>
            <summary>
              <span>{township.name}</span>
              <span className="hint">{t('villages', { n: township.villages.length })}</span>
            </summary>
            <ul>
              {township.villages.map((village) => (
                <li key={village.code}>{village.name}</li>
              ))}
            </ul>
          </details>
        ))}
      </div>
    </section>
  )
}
