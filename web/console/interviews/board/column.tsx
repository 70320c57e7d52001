import { Button } from 'antd'
import { type DragEvent, useState } from 'react'
import type { Consequence, Stage } from '../../../../schema/api/consequences.ts'
import { type Move, moveTo } from '../../../../worker/domain/consequences/stages.ts'
import { interviewsTexts } from '../../../i18n/interviews.ts'
import { useTexts } from '../../../lib/language.tsx'
import { ErrorState } from '../../../ui/error-state.tsx'
import { type Filter, useConsequences } from '../queries.ts'
import { useMoves } from '../steps/use-moves.ts'
import { BoardCard } from './board-card.tsx'

type Props = {
  stage: Stage
  filter: Filter
  dragged: Consequence | undefined
  drag: (consequence: Consequence | undefined) => void
  take: (consequence: Consequence, move: Move) => void
}

/** One stage; lights up while a card that may come here is dragged. */
export function Column({ stage, filter, dragged, drag, take }: Props) {
  const t = useTexts(interviewsTexts)
  const moves = useMoves()
  const [over, setOver] = useState(false)
  // What has ended only grows: its newest are enough.
  const ended = stage === 'done' || stage === 'cancelled'
  const query = useConsequences({ ...filter, stage, ...(ended ? { limit: '10' } : {}) })
  const { data, error, hasNextPage, isFetchingNextPage } = query
  const move = dragged && moveTo(dragged, stage)
  const welcome = dragged !== undefined && moves(dragged).some(({ to }) => to === stage)
  const enter = (event: DragEvent) => {
    if (!welcome) return
    event.preventDefault()
    setOver(true)
  }
  const heading = `stage-${stage}`
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: dragging is the mouse's way; each card's menu is the keyboard's
    <div
      className={`column${welcome ? ' welcome' : ''}${welcome && over ? ' over' : ''}`}
      onDragEnter={enter}
      onDragOver={enter}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        event.preventDefault()
        setOver(false)
        if (welcome && move) take(dragged, move)
        drag(undefined)
      }}
    >
      <h2 id={heading}>
        {t(`stage_${stage}`)} {data && <span className="soft">{data.length}</span>}
        {hasNextPage && <span className="soft">+</span>}
      </h2>
      {error && !data && <ErrorState error={error} retry={() => query.refetch()} />}
      {data?.length === 0 && <p className="soft">{t('emptyColumn')}</p>}
      <ul aria-labelledby={heading}>
        {data?.map((consequence) => (
          <li key={consequence.id}>
            <BoardCard consequence={consequence} drag={drag} take={take} />
          </li>
        ))}
      </ul>
      {hasNextPage && (
        <Button size="small" loading={isFetchingNextPage} onClick={() => query.fetchNextPage()}>
          {t('more')}
        </Button>
      )}
    </div>
  )
}
