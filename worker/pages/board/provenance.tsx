import type { PublicBoard } from '../../../schema/api/public.ts'
import { boardJsonPath, type ShownCounty } from '../view.ts'
import type { Words } from '../words/words.ts'

type Props = { county: ShownCounty; board: PublicBoard; words: Words }

/** Which version this is, its fingerprint, and where the same standings are as data. */
export function Provenance({ county, board, words }: Props) {
  return (
    <section>
      <h2>{words.provenance}</h2>
      <p className="small quiet sha">
        {words.round(board.no)} · {words.revision(board.revision)}
        {board.revision > 1 && words.corrected} · {words.fingerprint}{' '}
        <code title={board.sha256}>{board.sha256.slice(0, 12)}</code> ·{' '}
        <a href={boardJsonPath(county, board.board)}>{words.data}</a>
      </p>
    </section>
  )
}
