import type { Explanation, NearestChange } from '../../../../schema/api/explanation.ts'
import type { Band } from '../../../../schema/api/ranking.ts'
import { uiTexts } from '../../../i18n/ui.ts'
import { whyTexts } from '../../../i18n/why.ts'
import { useTexts } from '../../../lib/language.tsx'
import { useSourceName } from '../../../ui/ranking-words.ts'

type Props = { explanation: Explanation; nearest: readonly NearestChange[] }

/** What would have changed the colour: for each source alone the least change that would have, in plain words. */
export function Nearest({ explanation, nearest }: Props) {
  const t = useTexts(whyTexts)
  if (!explanation.ranked) return null
  const better = nearest.filter(({ direction }) => direction === 'better')
  const worse = nearest.filter(({ direction }) => direction === 'worse')
  return (
    <section className="nearest">
      <h2>{t('changeTitle')}</h2>
      {explanation.band !== 'green' && (
        <Changes lead={better.length > 0 ? t('changeLead') : t('changeNone')} changes={better} />
      )}
      {explanation.band !== 'red' && (
        <Changes lead={worse.length > 0 ? t('spareLead') : t('spareNone')} changes={worse} />
      )}
    </section>
  )
}

function Changes({ lead, changes }: { lead: string; changes: readonly NearestChange[] }) {
  const words = useChangeWords()
  return (
    <>
      <p>{lead}</p>
      {changes.length > 0 && (
        <ul className="reasons">
          {changes.map((change) => (
            <li key={change.source}>{words(change)}</li>
          ))}
        </ul>
      )}
    </>
  )
}

/** 督查评分如果是 86 分（现在 82 分，多 4 分），就会是黄。 */
function useChangeWords(): (change: NearestChange) => string {
  const t = useTexts(whyTexts)
  const bandName: (band: Band) => string = useTexts(uiTexts)
  const name = useSourceName()
  return ({ source, kind, value, instead, band }) => {
    const said = { source: name(source), value, instead, band: bandName(band) }
    if (kind === 'rank') return t('change_rank', said)
    const more = t(instead > value ? 'more' : 'fewer')
    const gap = Number(Math.abs(instead - value).toFixed(3))
    return t(kind === 'score' ? 'change_score' : 'change_count', { ...said, more, gap })
  }
}
