import { Page } from '../page.tsx'
import { boardPath, link, roundsPath, type ShownCounty, type View } from '../view.ts'
import { type ListedRound, RoundsList } from './rounds-list.tsx'

type Props = {
  view: View
  county: ShownCounty
  boards: readonly { id: string; name: string }[]
  /** The newest published rounds of all boards, newest first. */
  rounds: readonly (ListedRound & { board: string })[]
}

/** What has been published so far: each board with its newest rounds, and where the older ones are. */
export function ArchivePage({ view, county, boards, rounds }: Props) {
  const { words } = view
  return (
    <Page view={view} county={county} title={words.archive} description={words.archiveLead}>
      <h1>{words.archive}</h1>
      <p>{words.archiveLead}</p>
      {boards.map((board) => (
        <section key={board.id}>
          <h2>
            <a href={link(view, boardPath(county, board.id))}>{board.name}</a>
          </h2>
          <RoundsList
            view={view}
            county={county}
            board={board}
            rounds={rounds.filter((round) => round.board === board.id).slice(0, 10)}
          />
          <p className="screen">
            <a href={link(view, roundsPath(county, board.id))}>{words.allRounds(board.name)}</a>
          </p>
        </section>
      ))}
    </Page>
  )
}
