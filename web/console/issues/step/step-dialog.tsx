import { Alert, Spin } from 'antd'
import { useState } from 'react'
import type { IssueDetail, IssueEvent, StepKind } from '../../../../schema/api/issues.ts'
import { issueWordsTexts } from '../../../i18n/issue-words.ts'
import { issuesTexts } from '../../../i18n/issues.ts'
import { useTexts } from '../../../lib/language.tsx'
import { ApiProblem } from '../../../lib/problem.ts'
import { ErrorState } from '../../../ui/error-state.tsx'
import { FormDialog } from '../../../ui/form-dialog.tsx'
import { IssueState } from '../../../ui/issues/issue-state.tsx'
import { useUndoable } from '../../../ui/undoable.ts'
import { useIssue } from '../queries.ts'
import { firstValues } from './first-values.ts'
import { Overtaken } from './overtaken.tsx'
import { isComplete, type StepValues, stepFields, stepOf } from './step-fields.ts'
import { StepForm } from './step-form.tsx'
import { useStep } from './use-step.ts'

type Props = {
  issue: string
  kind: StepKind
  /** What the form begins with beside what the issue already says. */
  start?: Partial<StepValues>
  close: () => void
}

/** One step of one issue, with no more fields than it needs. */
export function StepDialog({ issue: id, kind, start = {}, close }: Props) {
  const t = useTexts(issuesTexts)
  const words = useTexts(issueWordsTexts)
  const { data, error } = useIssue(id)
  if (data) return <Loaded issue={data} kind={kind} start={start} close={close} />
  return (
    <FormDialog
      title={words(`event_${kind}`)}
      submitLabel={t('submit')}
      busy={false}
      disabled
      submit={() => {}}
      close={close}
    >
      {error ? <ErrorState error={error} /> : <Spin />}
    </FormDialog>
  )
}

/**
 * Keeps what is typed when somebody was faster: the answer 409 brings the issue as it is now, says what has happened
 * and lets the same words be sent again where the step is still one.
 */
function Loaded({ issue, kind, start, close }: Required<Omit<Props, 'issue'>> & { issue: IssueDetail }) {
  const t = useTexts(issuesTexts)
  const words = useTexts(issueWordsTexts)
  const said = useUndoable()
  const [opened] = useState(issue)
  const [values, setValues] = useState(() => ({ ...firstValues(kind, issue, Date.now()), ...start }))
  const [sending, setSending] = useState(false)
  const { refetch } = useIssue(issue.id)
  const step = useStep(issue.id, () => {
    said(t('didStep', { step: words(`event_${kind}`), no: issue.no }))
    close()
  })
  const problem = step.error instanceof ApiProblem ? step.error : undefined
  const overtaken = problem?.status === 409
  const possible = issue.steps.includes(kind)
  const submit = () =>
    step.mutate(
      // What was seen when the form was opened, or, once somebody was faster, what is shown of it now.
      { ...stepOf(kind, values), version: (overtaken ? issue : opened).version },
      { onError: (error) => error instanceof ApiProblem && error.status === 409 && refetch() },
    )
  const beside = problem?.status === 422 && problem.errors.every(({ path }) => hasField(kind, path))
  return (
    <FormDialog
      title={`${words('number', { no: issue.no })} ${words(`event_${kind}`)}`}
      submitLabel={t(overtaken ? 'submitAnyway' : submitWords(kind))}
      busy={step.isPending}
      disabled={!isComplete(kind, values) || !possible || sending}
      error={beside || overtaken ? undefined : step.error}
      submit={submit}
      close={close}
    >
      <p className="issue-said">
        <IssueState state={issue.state} /> {issue.text}
      </p>
      {!possible && <Alert type="warning" role="alert" title={t('notPossible')} />}
      {overtaken && (
        <Overtaken events={eventsSince(opened, issue)} detail={problem.detail} possible={possible} />
      )}
      <StepForm
        kind={kind}
        issue={issue}
        values={values}
        change={(changed: Partial<StepValues>) => setValues((before) => ({ ...before, ...changed }))}
        sending={setSending}
        errorAt={(path) => (beside ? problem?.at(path) : undefined)}
      />
    </FormDialog>
  )
}

/** What has happened to an issue since it was seen. */
function eventsSince(seen: IssueDetail, issue: IssueDetail): IssueEvent[] {
  const known = new Set(seen.events.map(({ id }) => id))
  return issue.events.filter(({ id }) => !known.has(id))
}

function submitWords(kind: StepKind): 'submit_rectified' | 'submit_closed' | 'submit' {
  return kind === 'rectified' || kind === 'closed' ? `submit_${kind}` : 'submit'
}

/** Whether the form shows the field that the server complains of. */
function hasField(kind: StepKind, path: string): boolean {
  const field = path.split('.')[0] ?? ''
  return field === 'note' || (field === 'dueAt' ? 'due' : field) in stepFields[kind]
}
