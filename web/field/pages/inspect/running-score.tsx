import type { ScoringSheet } from '../../../../schema/api/scoring-sheets.ts'
import { scoreSheet } from '../../../../worker/domain/inspections/score.ts'
import { scoringTexts } from '../../../i18n/scoring.ts'
import { useTexts } from '../../../lib/language.tsx'
import type { Found } from '../../../ui/inspections/found.ts'

/** The score as it stands; of a checklist also how much of it has been answered. */
export function RunningScore({ sheet, found }: { sheet: ScoringSheet; found: Found }) {
  const t = useTexts(scoringTexts)
  const { method, items } = sheet
  const { score } = scoreSheet(method, items, found)
  const answered = items.filter(({ key }) => found.answers[key] !== undefined).length
  return (
    <p className="running-score" role="status">
      <span className="soft">
        {method === 'checklist' ? t('answered', { n: answered, all: items.length }) : t('score')}
      </span>
      <strong>{score === null ? t('noScore') : score.toFixed(2)}</strong>
    </p>
  )
}
