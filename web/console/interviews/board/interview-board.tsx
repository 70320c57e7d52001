import { useState } from 'react'
import type { Consequence } from '../../../../schema/api/consequences.ts'
import { stages } from '../../../../worker/domain/consequences/stages.ts'
import { interviewsTexts } from '../../../i18n/interviews.ts'
import { useTexts } from '../../../lib/language.tsx'
import { FilterBar } from '../filter-bar.tsx'
import { useFilters } from '../filters.ts'
import { useTake } from '../steps/use-take.tsx'
import { Column } from './column.tsx'

/** Every action in the column of its stage; moved by dragging, or by the menu on its card. */
export function InterviewBoard() {
  const t = useTexts(interviewsTexts)
  const { filters, change } = useFilters()
  const [dragged, setDragged] = useState<Consequence>()
  const { take, dialog } = useTake()
  const { kind, round, township } = filters
  const filter = {
    ...(kind ? { kind } : {}),
    ...(round === undefined ? {} : { round }),
    ...(township === undefined ? {} : { township }),
  }
  return (
    <>
      <FilterBar filters={filters} change={change} withoutState />
      <p className="soft">{t('boardHint')}</p>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls sideways must scroll by keyboard */}
      <section className="board" tabIndex={0} aria-label={t('tabBoard')}>
        {stages.map((stage) => (
          <Column key={stage} stage={stage} filter={filter} dragged={dragged} drag={setDragged} take={take} />
        ))}
      </section>
      {dialog}
    </>
  )
}
