import type { Consequence } from '../../../schema/api/consequences.ts'
import { type Move, moves } from '../../../worker/domain/consequences/stages.ts'
import { interviewsTexts } from '../../i18n/interviews.ts'
import { useDates } from '../../lib/dates.ts'
import { useTexts } from '../../lib/language.tsx'
import { useStory } from './queries.ts'

/** What was done with an action, the newest first: nothing of it is ever taken away. */
export function Story({ consequence: { id } }: { consequence: Consequence }) {
  const t = useTexts(interviewsTexts)
  const dates = useDates()
  const { data } = useStory(id)
  const told = data?.flatMap(({ id: event, at, verb, by }) => {
    const move = verb.slice('consequence.'.length)
    return isMove(move) ? [{ event, at, move, byItself: by === 'system' }] : []
  })
  if (!told || told.length === 0) return null
  return (
    <section aria-labelledby="story">
      <h2 id="story">{t('story')}</h2>
      <ul className="told">
        {told.map(({ event, at, move, byItself }) => (
          <li key={event}>
            <span className="soft">{dates.momentShort(at)}</span> {t(`said_${move}`)}
            {byItself && <span className="soft"> · {t('byItself')}</span>}
          </li>
        ))}
      </ul>
    </section>
  )
}

function isMove(verb: string): verb is Move {
  return verb in moves
}
