import { Page } from '../page.tsx'
import { boardPath, link, roundsPath, type ShownCounty, type View } from '../view.ts'
import { type ListedRound, RoundsList } from './rounds-list.tsx'

type Props = {
  view: View
  county: ShownCounty
  board: { id: string; name: string }
  rounds: readonly ListedRound[]
  /** The number before which older rounds are found, where there are more. */
  older: number | undefined
}

/** All published rounds of one board, a page of them at a time. */
export function RoundsPage({ view, county, board, rounds, older }: Props) {
  const { words } = view
  const title = words.allRounds(board.name)
  return (
    <Page view={view} county={county} title={title} description={words.archiveCaption(board.name)}>
      <h1>{title}</h1>
      <p>
        <a href={link(view, boardPath(county, board.id))}>{words.newest}</a>
      </p>
      <RoundsList view={view} county={county} board={board} rounds={rounds} />
      {older !== undefined && (
        <p className="screen">
          <a href={link(view, `${roundsPath(county, board.id)}?before=${older}`)}>{words.older}</a>
        </p>
      )}
    </Page>
  )
}
