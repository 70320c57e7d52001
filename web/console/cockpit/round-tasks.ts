import { cockpitTexts } from '../../i18n/cockpit.ts'
import { rankingTexts } from '../../i18n/ranking.ts'
import { useDates } from '../../lib/dates.ts'
import { useTexts } from '../../lib/language.tsx'
import { useCounty } from '../../lib/session.ts'
import { useNow } from '../../lib/use-now.ts'
import type { Week } from './boards.ts'
import { useOverviews, useWaitingObjections } from './queries.ts'
import { day, type Task } from './task.ts'

/** Objections to be ruled on, rounds to be published or looked at, reports to be asked for. */
export function useRoundTasks(weeks: readonly Week[]): Task[] {
  const t = useTexts(cockpitTexts)
  const words = useTexts(rankingTexts)
  const dates = useDates()
  const now = useNow(60)
  const { county, may } = useCounty()
  const waiting = useWaitingObjections(may('objection.rule')).data ?? []
  const kept = weeks.filter(({ target }) => may('round.write', target))
  const overviews = useOverviews(kept.flatMap(({ open }) => (open ? [open.id] : [])))

  return weeks.flatMap(({ board, target, open, closed }): Task[] => {
    const named = (no: number) => `${board.name} ${words('round', { no })}`
    const tab = (round: string, name: string) => `/${county}/rounds/${round}?tab=${name}`
    const ofBoard = may('objection.rule', target) ? waiting.filter((one) => one.board === board.id) : []
    const hearings = [...new Set(ofBoard.map(({ round }) => round))].map((round): Task => {
      const ofRound = ofBoard.filter((one) => one.round === round)
      const oldest = Math.min(...ofRound.map(({ filedAt }) => Date.parse(filedAt)))
      return {
        key: `objections ${round}`,
        said: t('taskRule', { n: ofRound.length }),
        hint: `${named(ofRound[0]?.roundNo ?? 0)} · ${t('waitingFor', { n: Math.floor((now - oldest) / day) })}`,
        to: tab(round, 'objections'),
        urgent: true,
      }
    })
    const publications = closed.map(({ id, no, closedAt, closesAt }): Task => {
      const hint = t('closedAt', { at: dates.momentShort(closedAt ?? closesAt) })
      return may('publication.write', target)
        ? { ...task(id), said: t('taskPublish', { round: named(no) }), hint, to: tab(id, 'publication') }
        : { ...task(id), said: t('taskLook', { round: named(no) }), hint, to: tab(id, 'standings') }
    })
    const overview = overviews.find(({ round }) => round === open?.id)
    const missing = overview?.sources.flatMap(({ reporters }) =>
      reporters.filter(({ state }) => state === 'missing'),
    )
    const reminders =
      open && missing && missing.length > 0 && Date.parse(open.closesAt) - now < day
        ? [
            {
              key: `remind ${open.id}`,
              said: t('taskRemind', { n: missing.length }),
              hint: `${named(open.no)} · ${dates.left(open.closesAt, now)}`,
              to: tab(open.id, 'reports'),
              urgent: true,
            },
          ]
        : []
    // Whoever may not object has nothing to do with a round that is only closed.
    const seesClosed = may('publication.write', target) || may('objection.write')
    return [...hearings, ...(seesClosed ? publications : []), ...reminders]
  })
}

function task(round: string) {
  return { key: `closed ${round}`, urgent: true }
}
