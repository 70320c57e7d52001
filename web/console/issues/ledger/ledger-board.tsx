import { Button, Dropdown, Spin } from 'antd'
import { type DragEvent, useState } from 'react'
import type { Issue, IssueState as State, StepKind } from '../../../../schema/api/issues.ts'
import { issueWordsTexts } from '../../../i18n/issue-words.ts'
import { issuesTexts } from '../../../i18n/issues.ts'
import { useCategoryName } from '../../../lib/issue-categories.ts'
import { useTexts } from '../../../lib/language.tsx'
import { useCounty } from '../../../lib/session.ts'
import { ErrorState } from '../../../ui/error-state.tsx'
import { IssueCard } from '../../../ui/issues/issue-card.tsx'
import { IssueState } from '../../../ui/issues/issue-state.tsx'
import { useIssues } from '../queries.ts'
import { StepDialog } from '../step/step-dialog.tsx'
import './board.css'
import { columnsOf, stepInto, stepsFor } from './board-steps.ts'
import { type Filters, queryOf } from './filters.ts'

type Move = { issue: string; kind: StepKind }

/** As many as a column shows; the rest is counted and found in the table. */
const most = 30

/** The ledger by state. A card dropped on another column, or sent there from its menu, opens that step's form. */
export function LedgerBoard({ filters }: { filters: Filters }) {
  const t = useTexts(issuesTexts)
  const { member } = useCounty()
  const [dragged, setDragged] = useState<Issue>()
  const [move, setMove] = useState<Move>()
  const drop = (state: State) => {
    const kind = dragged && stepInto(member, dragged, state)
    if (dragged && kind) setMove({ issue: dragged.id, kind })
    setDragged(undefined)
  }
  return (
    <>
      <p className="soft">{t('boardHint')}</p>
      <section className="issue-board" aria-label={t('view_board')}>
        {columnsOf(filters.settled).map((state) => (
          <Column
            key={state}
            state={state}
            filters={filters}
            dragged={dragged}
            drag={setDragged}
            drop={() => drop(state)}
            move={setMove}
          />
        ))}
      </section>
      {move && <StepDialog issue={move.issue} kind={move.kind} close={() => setMove(undefined)} />}
    </>
  )
}

type ColumnProps = {
  state: State
  filters: Filters
  dragged: Issue | undefined
  drag: (issue: Issue | undefined) => void
  drop: () => void
  move: (move: Move) => void
}

function Column({ state, filters, dragged, drag, drop, move }: ColumnProps) {
  const t = useTexts(issuesTexts)
  const words = useTexts(issueWordsTexts)
  const category = useCategoryName()
  const { member } = useCounty()
  const { data, error, refetch } = useIssues({ ...queryOf({ ...filters, settled: 'all' }), state }, most)
  const legal = dragged !== undefined && stepInto(member, dragged, state) !== undefined
  const over = (event: DragEvent) => legal && event.preventDefault()
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the same moves stand in each card's menu, for the keyboard
    <div className={legal ? 'board-column legal' : 'board-column'} onDragOver={over} onDrop={drop}>
      <h2>
        <IssueState state={state} />{' '}
        {data && <span className="soft">{data.nextCursor === null ? data.items.length : `${most}+`}</span>}
      </h2>
      {error && !data && <ErrorState error={error} retry={() => refetch()} />}
      {!data && !error && <Spin />}
      <ul className="issue-list">
        {data?.items.map((issue) => (
          <li
            key={issue.id}
            draggable
            onDragStart={(event) => {
              event.dataTransfer.effectAllowed = 'move'
              drag(issue)
            }}
            onDragEnd={() => drag(undefined)}
          >
            <IssueCard
              issue={issue}
              category={category(issue.category)}
              withState={false}
              actions={
                <Dropdown
                  trigger={['click']}
                  menu={{
                    items: stepsFor(member, issue).map((kind) => ({
                      key: kind,
                      label: words(`event_${kind}`),
                      onClick: () => move({ issue: issue.id, kind }),
                    })),
                  }}
                >
                  <Button size="small" aria-label={t('moveOne', { no: issue.no })}>
                    {t('move')}
                  </Button>
                </Dropdown>
              }
            />
          </li>
        ))}
      </ul>
    </div>
  )
}
