import { Button, Dropdown } from 'antd'
import { Link } from 'react-router'
import type { Consequence } from '../../../../schema/api/consequences.ts'
import type { Move } from '../../../../worker/domain/consequences/stages.ts'
import { interviewsTexts } from '../../../i18n/interviews.ts'
import { rankingTexts } from '../../../i18n/ranking.ts'
import { useDates } from '../../../lib/dates.ts'
import { useTexts } from '../../../lib/language.tsx'
import { useCounty } from '../../../lib/session.ts'
import { Band } from '../../../ui/band.tsx'
import { villageName } from '../../../ui/ranking-words.ts'
import { DueDay } from '../due-day.tsx'
import { useMoves } from '../steps/use-moves.ts'

type Props = {
  consequence: Consequence
  drag: (consequence: Consequence | undefined) => void
  take: (consequence: Consequence, move: Move) => void
}

/** A card that is dragged with the mouse and moved with its menu by anybody else. */
export function BoardCard({ consequence, drag, take }: Props) {
  const t = useTexts(interviewsTexts)
  const words = useTexts(rankingTexts)
  const { county } = useCounty()
  const moves = useMoves()(consequence)
  const { id, kind, band, subjectNames, townshipName, roundNo } = consequence
  const who = subjectNames.map(villageName).join('、')
  return (
    <article
      className="board-card"
      draggable={moves.length > 0}
      onDragStart={(event) => {
        event.dataTransfer.effectAllowed = 'move'
        event.dataTransfer.setData('text/plain', id)
        drag(consequence)
      }}
      onDragEnd={() => drag(undefined)}
    >
      <p className="who">
        <Link to={`/${county}/interviews/${id}`} draggable={false}>
          {who}
        </Link>
        <Band band={band} />
      </p>
      <p className="soft">
        {words(`consequence_${kind}`)} · {townshipName} · {words('round', { no: roundNo })}
      </p>
      <p className="soft">
        <Standing consequence={consequence} />
      </p>
      {moves.length > 0 && (
        <Dropdown
          trigger={['click']}
          autoFocus
          menu={{
            items: moves.map(({ move }) => ({ key: move, label: t(`step_${move}`) })),
            onClick: ({ key, domEvent }) => {
              // The Enter that chose a step must not also press the button that the step's form has its focus on.
              domEvent.preventDefault()
              const chosen = moves.find(({ move }) => move === key)
              if (chosen) take(consequence, chosen.move)
            },
          }}
        >
          <Button size="small" aria-label={t('moveCard', { who })}>
            {t('move')}
          </Button>
        </Dropdown>
      )}
    </article>
  )
}

/** What matters in the stage it stands in. */
function Standing({ consequence }: { consequence: Consequence }) {
  const t = useTexts(interviewsTexts)
  const dates = useDates()
  const { stage, dueOn, schedule, followUpOn, completedAt, reason, promises } = consequence
  if (stage === 'proposed') return <DueDay dueOn={dueOn} waiting />
  if (stage === 'scheduled' && schedule) return `${dates.momentShort(schedule.at)} ${schedule.venue}`
  if (stage === 'paused' || stage === 'cancelled') return reason
  if (stage === 'done') return completedAt && dates.dayShort(completedAt)
  const total = promises.open + promises.done
  return (
    <>
      {total === 0 ? t('noCommitments') : t('kept', { n: promises.done, of: total })}{' '}
      {stage === 'follow_up' && followUpOn !== null && (
        <>
          {t('followUp')} <DueDay dueOn={followUpOn} waiting />
        </>
      )}
    </>
  )
}
