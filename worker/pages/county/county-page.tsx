import type { PublicBoard } from '../../../schema/api/public.ts'
import { BandMark } from '../band.tsx'
import { Colours, Counts, countBands } from '../colours.tsx'
import { countyFeeds } from '../feeds.ts'
import { Page } from '../page.tsx'
import { shownName } from '../shown-name.ts'
import { boardPath, link, type ShownCounty, type View, villagePath } from '../view.ts'

type Props = { view: View; county: ShownCounty; boards: readonly PublicBoard[] }

/** A county's front page: each public board in short, and how to read it. */
export function CountyPage({ view, county, boards }: Props) {
  const { words } = view
  return (
    <Page
      view={view}
      county={county}
      title={words.countyTitle(county.name)}
      description={words.countyLead}
      feeds={view.sections?.bulletins || view.sections?.columns ? countyFeeds(county) : []}
    >
      <h1>{words.countyTitle(county.name)}</h1>
      <p>{words.countyLead}</p>
      {boards.length > 0 ? <h2>{words.boards}</h2> : <p>{words.noBoards}</p>}
      {boards.map((board) => (
        <BoardInShort key={board.board} view={view} county={county} board={board} />
      ))}
      {boards.length > 0 && <Colours words={words} boards={boards} />}
    </Page>
  )
}

function BoardInShort({ view, county, board }: { view: View; county: ShownCounty; board: PublicBoard }) {
  const { words } = view
  const href = link(view, boardPath(county, board.board))
  const first = board.standings.filter(({ rank }) => rank !== undefined).slice(0, 5)
  return (
    <article>
      <h3>
        <a href={href}>{board.boardName}</a>
      </h3>
      <p className="quiet">
        {words.round(board.no)} · {words.closedOn(words.date(board.closedAt))} ·{' '}
        {words.counts(board.standings.length + board.unranked.length)}
      </p>
      <Counts counts={countBands(board.standings)} words={words} />
      {first.length > 0 && <h3>{words.first}</h3>}
      {first.length > 0 && (
        <ol>
          {first.map((standing) => (
            <li key={standing.subject} value={standing.rank}>
              <a href={link(view, villagePath(county, standing.subject))}>{shownName(standing.name)}</a>{' '}
              <span className="quiet">{standing.townshipName}</span>{' '}
              <BandMark band={standing.band} words={words} />
            </li>
          ))}
        </ol>
      )}
      <p className="screen">
        <a href={href}>{words.whole}</a>
      </p>
    </article>
  )
}
