import { Alert, Button } from 'antd'
import { dayAfter, isWorkingDay, workingDayFrom } from '../../worker/domain/calendar/calendar.ts'
import { closingTexts } from '../i18n/closing.ts'
import { answer, api } from '../lib/api.ts'
import { useWorkingCalendar } from '../lib/calendar.ts'
import { shanghaiDay, useDates } from '../lib/dates.ts'
import { useTexts } from '../lib/language.tsx'
import { useCounty } from '../lib/session.ts'
import { useChange } from '../lib/use-change.ts'
import { useFailureMessage } from './failure-message.ts'
import { useUndoable } from './undoable.ts'

type Props = {
  round: { id: string; state: string; closesAt: string }
  /** Whether the reader may move it, where the board is not the county's own. */
  mayMove?: boolean
}

/** Where an open round closes on a day off: says so, and moves it to the same hour of a working day before or after. */
export function ClosingHint({ round, mayMove = true }: Props) {
  const t = useTexts(closingTexts)
  const dates = useDates()
  const { county, may } = useCounty()
  const calendar = useWorkingCalendar()
  const said = useUndoable()
  const failed = useFailureMessage()
  const move = useChange({
    send: (closesAt: string) =>
      answer(
        api.counties[':county'].rounds[':id'].$patch({ param: { county, id: round.id }, json: { closesAt } }),
      ),
    renews: [
      [county, 'boards'],
      [county, 'rounds'],
    ],
    done: ({ closesAt }) => said(t('moved', { at: dates.momentShort(closesAt) })),
  })
  const day = shanghaiDay(Date.parse(round.closesAt))
  if (!calendar || round.state !== 'open' || isWorkingDay(calendar, day)) return null
  const choices = [workingDayFrom(calendar, day, -1), workingDayFrom(calendar, dayAfter(day, 1))]
    .map((to) => new Date(Date.parse(round.closesAt) + Date.parse(to) - Date.parse(day)).toISOString())
    .filter((at) => Date.parse(at) > Date.now())
  return (
    <Alert
      type="warning"
      showIcon
      className="closing-hint"
      title={t('dayOff', { day: dates.day(day) })}
      action={
        mayMove && may('round.write') ? (
          <span className="row-actions">
            {choices.map((at) => (
              <Button
                key={at}
                size="small"
                disabled={move.isPending}
                onClick={() => move.mutate(at, { onError: failed })}
              >
                {t('moveTo', { at: dates.momentShort(at) })}
              </Button>
            ))}
          </span>
        ) : undefined
      }
    />
  )
}
