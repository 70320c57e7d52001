import { Checkbox, Input } from 'antd'
import { useState } from 'react'
import type { Consequence } from '../../../../schema/api/consequences.ts'
import { interviewsTexts } from '../../../i18n/interviews.ts'
import { shanghaiDay } from '../../../lib/dates.ts'
import { useTexts } from '../../../lib/language.tsx'
import { ApiProblem } from '../../../lib/problem.ts'
import { useCounty } from '../../../lib/session.ts'
import { instantOf, wallClock } from '../../../lib/wall-clock.ts'
import { DayInput } from '../../../ui/day-input.tsx'
import { FormDialog } from '../../../ui/form-dialog.tsx'
import { FormField } from '../../../ui/form-field.tsx'
import { villageName } from '../../../ui/ranking-words.ts'
import { useConsequences } from '../queries.ts'
import { type AskedMove, useStep } from './use-step.ts'

type Props = { consequence: Consequence; close: () => void }

const day = 86_400_000

/** What a step needs to be told before it is taken. */
export function StepDialog({ move, ...props }: Props & { move: AskedMove }) {
  if (move === 'schedule') return <ScheduleDialog {...props} />
  if (move === 'follow_up') return <FollowUpDialog {...props} />
  return <WordsDialog key={move} move={move} {...props} />
}

/** When, where and by whom; others of the same township can be held at the same time. */
function ScheduleDialog({ consequence, close }: Props) {
  const t = useTexts(interviewsTexts)
  const { schedule } = consequence
  const taking = useStep(close)
  const [at, setAt] = useState(
    schedule ? wallClock(Date.parse(schedule.at)) : `${shanghaiDay(Date.now() + day)}T09:00`,
  )
  const [venue, setVenue] = useState(schedule?.venue ?? '')
  const [host, setHost] = useState(schedule?.host ?? '')
  const [others, setOthers] = useState<readonly string[]>([])
  const problem = taking.error instanceof ApiProblem ? taking.error : undefined
  const complete = instantOf(at) !== undefined && venue.trim() !== '' && host.trim() !== ''
  return (
    <FormDialog
      title={t('step_schedule')}
      submitLabel={t('step_schedule')}
      busy={taking.isPending}
      error={taking.error}
      disabled={!complete}
      submit={() =>
        taking.mutate({
          ...{ id: consequence.id, stage: consequence.stage },
          step: {
            move: 'schedule',
            others,
            schedule: { at: instantOf(at) ?? '', venue: venue.trim(), host: host.trim() },
          },
        })
      }
      close={close}
    >
      <FormField label={t('heldAt')} error={problem?.at('at')}>
        {(control) => (
          <Input
            {...control}
            type="datetime-local"
            className="held-at"
            value={at}
            onChange={({ target }) => setAt(target.value)}
          />
        )}
      </FormField>
      <FormField label={t('venue')} error={problem?.at('venue')}>
        {(control) => (
          <Input
            {...control}
            maxLength={200}
            value={venue}
            onChange={({ target }) => setVenue(target.value)}
          />
        )}
      </FormField>
      <FormField label={t('host')} hint={t('hostHint')} error={problem?.at('host')}>
        {(control) => (
          <Input {...control} maxLength={100} value={host} onChange={({ target }) => setHost(target.value)} />
        )}
      </FormField>
      <Together consequence={consequence} chosen={others} choose={setOthers} />
    </FormDialog>
  )
}

type TogetherProps = {
  consequence: Consequence
  chosen: readonly string[]
  choose: (ids: readonly string[]) => void
}

/** What else waits in the same township, to be talked about on the same occasion. */
function Together({ consequence: { id, township, kind, stage }, chosen, choose }: TogetherProps) {
  const t = useTexts(interviewsTexts)
  const waiting = useConsequences({ stage: 'proposed', kind, ...(township === null ? {} : { township }) })
  const others = waiting.data?.filter((other) => other.id !== id) ?? []
  if (township === null || stage !== 'proposed' || others.length === 0) return null
  return (
    <fieldset className="together">
      <legend>{t('together', { township: others[0]?.townshipName ?? '' })}</legend>
      <Checkbox.Group
        value={[...chosen]}
        onChange={(ids) => choose(ids.map(String))}
        options={others.map((other) => ({
          value: other.id,
          label: other.subjectNames.map(villageName).join('、'),
        }))}
      />
    </fieldset>
  )
}

function FollowUpDialog({ consequence, close }: Props) {
  const t = useTexts(interviewsTexts)
  const taking = useStep(close)
  const [on, setOn] = useState(consequence.followUpOn ?? shanghaiDay(Date.now() + 7 * day))
  return (
    <FormDialog
      title={t('step_follow_up')}
      submitLabel={t('step_follow_up')}
      busy={taking.isPending}
      error={taking.error}
      disabled={on === ''}
      submit={() =>
        taking.mutate({ id: consequence.id, stage: consequence.stage, step: { move: 'follow_up', on } })
      }
      close={close}
    >
      <FormField label={t('followUp')} hint={t('followUpWhy')}>
        {(control) => <DayInput {...control} value={on} change={setOn} />}
      </FormField>
    </FormDialog>
  )
}

/** A note for the end, a reason for cancelling. */
function WordsDialog({ consequence, close, move }: Props & { move: 'complete' | 'cancel' }) {
  const t = useTexts(interviewsTexts)
  const { may } = useCounty()
  const taking = useStep(close)
  const [words, setWords] = useState('')
  const said = words.trim()
  const cancels = move === 'cancel'
  return (
    <FormDialog
      title={t(`step_${move}`)}
      submitLabel={t(`step_${move}`)}
      busy={taking.isPending}
      error={taking.error}
      disabled={cancels && (said === '' || !may('consequence.cancel'))}
      submit={() =>
        taking.mutate({
          ...{ id: consequence.id, stage: consequence.stage },
          step: cancels ? { move, reason: said } : { move, note: said },
        })
      }
      close={close}
    >
      <FormField label={t(cancels ? 'reason' : 'note')} {...(cancels ? {} : { hint: t('noteHint') })}>
        {(control) => (
          <Input.TextArea
            {...control}
            autoFocus
            autoSize={{ minRows: 2, maxRows: 8 }}
            maxLength={cancels ? 1000 : 4000}
            value={words}
            onChange={({ target }) => setWords(target.value)}
          />
        )}
      </FormField>
    </FormDialog>
  )
}
