import { useState } from 'react'
import type { Decision, DecisionTask } from '../../../../schema/api/outreach.ts'
import { meetingsTexts } from '../../../i18n/meetings.ts'
import { answer, api } from '../../../lib/api.ts'
import { shanghaiDay } from '../../../lib/dates.ts'
import { useTexts } from '../../../lib/language.tsx'
import { useLeadOptions } from '../../../lib/lead-options.ts'
import { ApiProblem } from '../../../lib/problem.ts'
import { useCounty } from '../../../lib/session.ts'
import { useChange } from '../../../lib/use-change.ts'
import { DayInput } from '../../../ui/day-input.tsx'
import { FormDialog } from '../../../ui/form-dialog.tsx'
import { FormField } from '../../../ui/form-field.tsx'
import { NameSelect } from '../../../ui/name-select.tsx'
import { useUndoable } from '../../../ui/undoable.ts'
import { meetingsKey } from '../queries.ts'

type Props = { meeting: string; decision: Decision; close: () => void }
const week = 7 * 86_400_000

/** A decision becomes a task: who leads, who assists, by when. */
export function TaskDialog({ meeting, decision, close }: Props) {
  const t = useTexts(meetingsTexts)
  const { county } = useCounty()
  const say = useUndoable()
  const options = useLeadOptions()
  const [lead, setLead] = useState<string | null>(null)
  const [assisting, setAssisting] = useState<string[]>([])
  const [dueOn, setDueOn] = useState(() => shanghaiDay(Date.now() + week))
  const change = useChange({
    send: (json: DecisionTask, sent) =>
      answer(
        api.counties[':county'].meetings[':id'].decisions[':decision'].task.$put(
          { param: { county, id: meeting, decision: decision.id }, json },
          sent,
        ),
      ),
    renews: [meetingsKey(county)],
    done: () => {
      say(t('didHandOn'))
      close()
    },
  })
  const at = (path: string) => (change.error instanceof ApiProblem ? change.error.at(path) : undefined)
  return (
    <FormDialog
      title={t('taskTitle')}
      submitLabel={t('handOn')}
      busy={change.isPending}
      disabled={lead === null || dueOn === ''}
      error={change.error}
      submit={() => lead !== null && change.mutate({ lead, assisting, dueOn })}
      close={close}
    >
      <p>{decision.text}</p>
      <FormField label={t('lead')} error={at('lead')}>
        {(control) => <NameSelect {...control} autoFocus value={lead} onChange={setLead} options={options} />}
      </FormField>
      <FormField label={t('assisting')} error={at('assisting')}>
        {(control) => (
          <NameSelect<string[]>
            {...control}
            mode="multiple"
            value={assisting}
            onChange={setAssisting}
            options={options.filter(({ value }) => value !== lead)}
          />
        )}
      </FormField>
      <FormField label={t('dueOn')} error={at('dueOn')}>
        {(control) => <DayInput {...control} value={dueOn} change={setDueOn} />}
      </FormField>
    </FormDialog>
  )
}
