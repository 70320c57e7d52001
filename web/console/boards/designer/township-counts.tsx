import type { PolicyEffect } from '../../../../worker/domain/ranking/policy-effect.ts'
import { policyTexts } from '../../../i18n/policy.ts'
import { rankingTexts } from '../../../i18n/ranking.ts'
import { uiTexts } from '../../../i18n/ui.ts'
import { useAreas } from '../../../lib/county-areas.ts'
import { useTexts } from '../../../lib/language.tsx'

const bands = ['green', 'red'] as const

/** Greens and reds by township, those first where something would change. */
export function TownshipCounts({ effect: { townships } }: { effect: PolicyEffect }) {
  const t = useTexts(policyTexts)
  const words = useTexts(rankingTexts)
  const ui = useTexts(uiTexts)
  const areas = useAreas().data
  const changed = townships.filter(({ before, after }) => bands.some((band) => before[band] !== after[band]))
  const same = townships.filter((one) => !changed.includes(one))
  return (
    <details className="movers" open={changed.length > 0 && townships.length <= 40}>
      <summary>{t('townships', { n: changed.length })}</summary>
      <table className="effect-townships">
        <thead>
          <tr>
            <th scope="col">{words('township')}</th>
            {bands.map((band) => (
              <th key={band} scope="col" className="number">
                {ui(band)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {[...changed, ...same].map(({ township, before, after }) => (
            <tr key={township}>
              <th scope="row">{areas?.byId.get(township)?.name ?? township}</th>
              {bands.map((band) => (
                <td key={band} className="number">
                  {before[band] === after[band] ? (
                    <span className="soft">{after[band]}</span>
                  ) : (
                    t('fromTo', { from: before[band], to: after[band] })
                  )}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  )
}
