import type { Explanation } from '../../../schema/api/explanation.ts'
import type { PublicBoard } from '../../../schema/api/public.ts'
import { Colours } from '../colours.tsx'
import { Page } from '../page.tsx'
import { shownName } from '../shown-name.ts'
import { boardPath, link, type ShownCounty, type View } from '../view.ts'
import { CurrentStanding } from './current-standing.tsx'
import { HistoryTable } from './history-table.tsx'
import { Trend } from './trend.tsx'
import { Why } from './why.tsx'

/** A past round of a board as one village stood in it; rounds brought in from before know only the band. */
export type PastRound = {
  no: number
  closedAt: string
  imported: boolean
  band: 'green' | 'yellow' | 'red'
  rank?: number
  score?: number
}

/** A village on one public board: the newest round, the past ones (newest first) and why it stands there. */
export type VillageOnBoard = {
  board: PublicBoard
  history: readonly PastRound[]
  explanation: Explanation | undefined
}

type Props = {
  view: View
  county: ShownCounty
  village: { id: string; name: string; townshipName: string }
  boards: readonly VillageOnBoard[]
}

/** One village: where it stands on each public board, its past rounds, and why. */
export function VillagePage({ view, county, village, boards }: Props) {
  const { words } = view
  const name = shownName(village.name)
  return (
    <Page
      view={view}
      county={county}
      title={name}
      description={words.list([village.townshipName, ...boards.map(({ board }) => board.boardName)])}
    >
      <h1>{name}</h1>
      <p className="quiet">{village.townshipName}</p>
      {boards.map(({ board, history, explanation }) => (
        <section key={board.board}>
          <h2>
            <a href={link(view, boardPath(county, board.board))}>{board.boardName}</a>
          </h2>
          <CurrentStanding board={board} village={village.id} words={words} />
          {explanation && <Why explanation={explanation} words={words} />}
          {history.length > 0 && (
            <>
              <h3>{words.history}</h3>
              <Trend history={history} of={board.standings.length} words={words} />
              <HistoryTable history={history} village={name} words={words} />
            </>
          )}
        </section>
      ))}
      <Colours words={words} boards={boards.map(({ board }) => board)} />
    </Page>
  )
}
