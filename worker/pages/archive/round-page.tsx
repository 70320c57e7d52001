import type { PublicBoard } from '../../../schema/api/public.ts'
import { StandingsTable } from '../board/standings-table.tsx'
import { UnrankedTable } from '../board/unranked-table.tsx'
import { Colours, Counts, countBands } from '../colours.tsx'
import { Page } from '../page.tsx'
import { boardPath, link, roundsPath, type ShownCounty, type View } from '../view.ts'
import type { Words } from '../words/words.ts'

type Version = { no: number; sha256: string; publishedAt: string }
type Props = { view: View; county: ShownCounty; board: PublicBoard; revisions: readonly Version[] }

/** One published round as its newest version shows it, with when each version was published. */
export function RoundPage({ view, county, board, revisions }: Props) {
  const { words } = view
  const round = words.round(board.no)
  const day = words.date(board.closedAt)
  const counts = countBands(board.standings)
  return (
    <Page
      view={view}
      county={county}
      kind="article"
      title={`${board.boardName} · ${round}`}
      description={words.boardDescription(round, day, counts.green, counts.yellow, counts.red)}
    >
      <h1>
        {board.boardName} · {round}
      </h1>
      <p className="quiet">
        {words.closedOn(day)} · {words.publishedOn(words.date(board.publishedAt))}
        {board.revision > 1 && ` · ${words.revision(board.revision)}${words.corrected}`}
      </p>
      <p className="screen">
        <a href={link(view, roundsPath(county, board.board))}>{words.allRounds(board.boardName)}</a> ·{' '}
        <a href={link(view, boardPath(county, board.board))}>{words.newest}</a>
      </p>
      <Counts counts={counts} words={words} />
      {board.bandsClamped && <p className="quiet small">{words.clamped}</p>}
      <StandingsTable
        view={view}
        county={county}
        standings={board.standings}
        caption={words.boardCaption(round, day)}
      />
      {board.unranked.length > 0 && <UnrankedTable view={view} county={county} rows={board.unranked} />}
      <Colours words={words} boards={[board]} />
      <Versions revisions={revisions} words={words} />
    </Page>
  )
}

function Versions({ revisions, words }: { revisions: readonly Version[]; words: Words }) {
  return (
    <section>
      <h2>{words.versions}</h2>
      <ul className="small quiet">
        {revisions.map(({ no, sha256, publishedAt }) => (
          <li key={no}>
            {words.revision(no)}
            {no > 1 && words.corrected} · {words.publishedOn(words.date(publishedAt))} · {words.fingerprint}{' '}
            <code title={sha256}>{sha256.slice(0, 12)}</code>
          </li>
        ))}
      </ul>
    </section>
  )
}
