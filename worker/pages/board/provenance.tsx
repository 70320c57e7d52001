import type { PublicBoard } from '../../../schema/api/public.ts'
import { partPath } from '../site-navigation.tsx'
import { boardJsonPath, link, roundsPath, type ShownCounty, type View } from '../view.ts'

type Props = { view: View; county: ShownCounty; board: PublicBoard }

/** Which version this is, its fingerprint, the rounds before, the rules, and where the same standings are as data. */
export function Provenance({ view, county, board }: Props) {
  const { words } = view
  return (
    <section>
      <h2>{words.provenance}</h2>
      <p className="small quiet sha">
        {words.round(board.no)} · {words.revision(board.revision)}
        {board.revision > 1 && words.corrected} · {words.fingerprint}{' '}
        <code title={board.sha256}>{board.sha256.slice(0, 12)}</code>
        {view.previewUntil === undefined && (
          <>
            {' · '}
            <a href={boardJsonPath(county, board.board)}>{words.data}</a>
          </>
        )}
      </p>
      <ul className="run screen">
        <li>
          <a href={link(view, roundsPath(county, board.board))}>{words.allRounds(board.boardName)}</a>
        </li>
        <li>
          <a href={link(view, partPath(county, 'about'))}>{words.rules.title}</a>
        </li>
      </ul>
    </section>
  )
}
