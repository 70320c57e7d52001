import type { SheetItems, SheetMethod } from '../../../schema/api/scoring-sheets.ts'
import { scoreSheet } from '../../../worker/domain/inspections/score.ts'
import { scoringTexts } from '../../i18n/scoring.ts'
import { useTexts } from '../../lib/language.tsx'
import type { Found } from './found.ts'

/** The score of a sheet as it stands; of a checklist also how much of it has been answered. */
export function ScoreShown({
  method,
  items,
  found,
}: {
  method: SheetMethod
  items: SheetItems
  found: Found
}) {
  const t = useTexts(scoringTexts)
  const { score } = scoreSheet(method, items, found)
  const answered = items.filter(({ key }) => found.answers[key] !== undefined).length
  return (
    <p className="score-shown" role="status">
      <span className="soft">{t('score')}</span>
      {score === null ? <span>{t('noScore')}</span> : <strong>{score.toFixed(2)}</strong>}
      {method === 'checklist' && (
        <span className="soft">{t('answered', { n: answered, all: items.length })}</span>
      )}
    </p>
  )
}
