import type { PublicBoard } from '../../../schema/api/public.ts'
import { Colours, Counts, countBands } from '../colours.tsx'
import { Page } from '../page.tsx'
import type { ShownCounty, View } from '../view.ts'
import { Provenance } from './provenance.tsx'
import { StandingsTable } from './standings-table.tsx'
import { TownshipFilter } from './township-filter.tsx'
import { UnrankedTable } from './unranked-table.tsx'

type Props = { view: View; county: ShownCounty; board: PublicBoard; township?: string | undefined }

/** The newest published round of a board, whole or of one township. */
export function BoardPage({ view, county, board, township }: Props) {
  const { words } = view
  const mine = (row: { township: string }) => township === undefined || row.township === township
  const standings = board.standings.filter(mine)
  const unranked = board.unranked.filter(mine)
  const round = words.round(board.no)
  const day = words.date(board.closedAt)
  const counts = countBands(standings)
  return (
    <Page
      view={view}
      county={county}
      title={board.boardName}
      description={words.boardDescription(round, day, counts.green, counts.yellow, counts.red)}
    >
      <h1>{board.boardName}</h1>
      <p className="quiet">
        {round} · {words.closedOn(day)} · {words.publishedOn(words.date(board.publishedAt))}
        {board.revision > 1 && ` · ${words.revision(board.revision)}${words.corrected}`}
      </p>
      <Counts counts={counts} words={words} />
      {board.bandsClamped && <p className="quiet small">{words.clamped}</p>}
      <TownshipFilter view={view} county={county} board={board} chosen={township} />
      <StandingsTable
        view={view}
        county={county}
        standings={standings}
        caption={words.boardCaption(round, day)}
      />
      {unranked.length > 0 && <UnrankedTable view={view} county={county} rows={unranked} />}
      <Colours words={words} boards={[board]} />
      <Provenance view={view} county={county} board={board} />
    </Page>
  )
}
