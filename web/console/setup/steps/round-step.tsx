import { Button } from 'antd'
import { Link } from 'react-router'
import { setupTexts } from '../../../i18n/setup.ts'
import { answer, api } from '../../../lib/api.ts'
import { useBoards } from '../../../lib/boards.ts'
import { useDates } from '../../../lib/dates.ts'
import { useTexts } from '../../../lib/language.tsx'
import { useCounty } from '../../../lib/session.ts'
import { useChange } from '../../../lib/use-change.ts'
import { ClosingHint } from '../../../ui/closing-hint.tsx'
import { ErrorState } from '../../../ui/error-state.tsx'
import { useRunningRounds } from '../queries.ts'

/** The first round: the clock opens it by itself; whoever cannot wait opens it here. */
export function RoundStep() {
  const t = useTexts(setupTexts)
  const dates = useDates()
  const { county, may } = useCounty()
  const boards = useBoards().data
  const rounds = useRunningRounds()
  const open = useChange({
    send: (id: string, options) =>
      answer(
        api.counties[':county'].boards[':id'].rounds.$post({ param: { county, id }, json: {} }, options),
      ),
    renews: [
      [county, 'boards'],
      [county, 'setup'],
    ],
  })
  if (!boards || !rounds.data) return <div className="loading" />
  const active = boards.filter((board) => board.active)
  const running = new Set(rounds.data.map(({ board }) => board))
  if (active.length === 0) return <p>{t('noBoardYet')}</p>
  return (
    <>
      <ul>
        {rounds.data.map(({ boardName, round }) => (
          <li key={round.id}>
            <Link to={`/${county}/rounds/${round.id}`}>
              {t('roundOf', { board: boardName, no: round.no })}
            </Link>{' '}
            <span className="soft">{t('closes', { at: dates.momentShort(round.closesAt) })}</span>
            <ClosingHint round={round} />
          </li>
        ))}
      </ul>
      {open.error && <ErrorState error={open.error} />}
      <p className="wizard-actions">
        {may('round.write') &&
          active
            .filter(({ id }) => !running.has(id))
            .map(({ id, name }) => (
              <Button key={id} type="primary" loading={open.isPending} onClick={() => open.mutate(id)}>
                {t('openRound', { board: name })}
              </Button>
            ))}
        <Link to={`/${county}/cockpit`}>{t('toCockpit')}</Link>
      </p>
    </>
  )
}
