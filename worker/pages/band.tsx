import type { Band } from '../../schema/api/ranking.ts'
import type { Words } from './words/words.ts'

const icons: Record<Band, string> = { green: '✓', yellow: '–', red: '!' }

/** A band as icon and word; the colour is never alone. Borderline is a dotted link to its explanation. */
export function BandMark({
  band,
  words,
  borderline = false,
}: {
  band: Band
  words: Words
  borderline?: boolean
}) {
  const word = <b>{words.band[band]}</b>
  return (
    <span className={`band ${band}`}>
      <i aria-hidden="true">{icons[band]}</i>
      {borderline ? (
        <a className="edge" href="#borderline" title={words.borderline}>
          {word}
        </a>
      ) : (
        word
      )}
    </span>
  )
}

/** 连红 2 期: shown from the second round on, and not for the middle. */
export function Streak({ band, streak, words }: { band: Band; streak: number; words: Words }) {
  if (streak < 2 || band === 'yellow') return null
  return <span className="streak">{words.streak(words.band[band], streak)}</span>
}

/** ▲3 ▼2 –: places moved since the round before; nothing where it had no rank then. */
export function Movement({ rank, previous, words }: { rank: number; previous: number | null; words: Words }) {
  const { sign, label } = movement(rank, previous, words)
  return (
    <span className="moved" role="img" aria-label={label}>
      {sign}
    </span>
  )
}

function movement(rank: number, previous: number | null, words: Words): { sign: string; label: string } {
  if (previous === null) return { sign: words.freshSign, label: words.fresh }
  const places = previous - rank
  if (places > 0) return { sign: `▲${places}`, label: words.up(places) }
  if (places < 0) return { sign: `▼${-places}`, label: words.down(-places) }
  return { sign: '–', label: words.same }
}
