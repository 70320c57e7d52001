import type { Shows } from '../../schema/api/boards.ts'
import type { PublicBoard } from '../../schema/api/public.ts'
import type { Band } from '../../schema/api/ranking.ts'
import { reaches } from '../domain/publication/shown-board.ts'
import { BandMark } from './band.tsx'
import type { Words } from './words/words.ts'

const bands: readonly Band[] = ['green', 'yellow', 'red']

/** How to read the colours and, as far as these boards show them, the arrows, the scores and the dotted line. */
export function Colours({ words, boards }: { words: Words; boards: readonly Pick<PublicBoard, 'shows'>[] }) {
  const shown = (level: Shows) => boards.some(({ shows = 'explanations' }) => reaches(shows, level))
  const { score, moved, streak, tie } = words.colourNotes
  const notes = [
    ...(shown('scores') ? [score] : []),
    ...(shown('ranks') ? [moved] : []),
    streak,
    ...(shown('ranks') ? [tie] : []),
  ]
  return (
    <section>
      <h2>{words.colours}</h2>
      <dl className="key">
        {bands.map((band) => (
          <div key={band}>
            <dt>
              <BandMark band={band} words={words} />
            </dt>
            <dd>{words.colourMeaning[band]}</dd>
          </div>
        ))}
      </dl>
      <ul>
        {notes.map((note) => (
          <li key={note}>{note}</li>
        ))}
        {shown('ranks') && <li id="borderline">{words.borderlineMeaning}</li>}
      </ul>
    </section>
  )
}

/** ✓ 绿 30 – 黄 91 ! 红 30 in one line. */
export function Counts({ counts, words }: { counts: Record<Band, number>; words: Words }) {
  return (
    <ul className="run">
      {bands.map((band) => (
        <li key={band}>
          <BandMark band={band} words={words} /> {counts[band]}
        </li>
      ))}
    </ul>
  )
}

export function countBands(standings: readonly { band: Band }[]): Record<Band, number> {
  const counts: Record<Band, number> = { green: 0, yellow: 0, red: 0 }
  for (const { band } of standings) counts[band] += 1
  return counts
}
