import type { PublicBoard } from '../../../schema/api/public.ts'
import { BandMark, Movement, Streak } from '../band.tsx'
import type { Words } from '../words/words.ts'

/** The newest round in one line: rank, band, score, movement, streak; or why there is no rank. */
export function CurrentStanding({
  board,
  village,
  words,
}: {
  board: PublicBoard
  village: string
  words: Words
}) {
  const round = `${words.round(board.no)} · ${words.closedOn(words.date(board.closedAt))}`
  const standing = board.standings.find(({ subject }) => subject === village)
  if (!standing) {
    const reason = board.unranked.find(({ subject }) => subject === village)?.reason ?? ''
    return (
      <>
        <p className="quiet">{round}</p>
        <p>{words.unrankedNow(words.reasons[reason] ?? reason)}</p>
      </>
    )
  }
  const { band, borderline = false, rank, score, streak, previousRank = null } = standing
  return (
    <>
      <p className="quiet">{round}</p>
      <p>
        <BandMark band={band} words={words} borderline={borderline} />{' '}
        <Streak band={band} streak={streak} words={words} />{' '}
        {rank !== undefined && (
          <>
            <strong>{words.standsNow(rank, board.standings.length)}</strong>{' '}
            {score !== undefined && <span>· {words.scoreIs(score.toFixed(1))} · </span>}
            <Movement rank={rank} previous={previousRank} words={words} />
          </>
        )}
      </p>
    </>
  )
}
