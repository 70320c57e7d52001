import { App, Button, Input } from 'antd'
import type { Consequence, InterviewRecord } from '../../../schema/api/consequences.ts'
import { interviewsTexts } from '../../i18n/interviews.ts'
import { answer, api } from '../../lib/api.ts'
import { useTexts } from '../../lib/language.tsx'
import { ApiProblem } from '../../lib/problem.ts'
import { useCounty } from '../../lib/session.ts'
import { useChange } from '../../lib/use-change.ts'
import { DayInput } from '../../ui/day-input.tsx'
import { ErrorState } from '../../ui/error-state.tsx'
import { FormField } from '../../ui/form-field.tsx'
import { CommitmentFields } from './commitment-fields.tsx'
import { recordOf } from './record-values.ts'
import { useRecordDraft } from './use-record-draft.ts'

/**
 * Records what came of it: when, who came, what was said, what was promised by when. Kept in this browser
 * until it is saved, and for good after that.
 */
export function RecordForm({ consequence }: { consequence: Consequence }) {
  const t = useTexts(interviewsTexts)
  const { modal } = App.useApp()
  const { values, set, restored, restart, forget } = useRecordDraft(consequence)
  const recording = useRecording(consequence.id, forget)
  const record = recordOf(values)
  const complete =
    record.heldAt !== '' &&
    record.attendees.length > 0 &&
    record.summary !== '' &&
    record.commitments.every(({ dueOn }) => dueOn !== '')
  const problem = recording.error instanceof ApiProblem ? recording.error : undefined
  const ask = () =>
    modal.confirm({
      title: t('saveAsk'),
      content: t('saveSay', { n: record.commitments.length }),
      okText: t('save'),
      onOk: () => recording.mutate(record),
    })
  return (
    <form
      className="record-form"
      aria-labelledby="record"
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        if (complete && !recording.isPending) ask()
      }}
    >
      <h2 id="record">{t('recordTitle')}</h2>
      {restored && (
        <p className="soft" role="status">
          {t('draftRestored')}{' '}
          <Button size="small" onClick={restart}>
            {t('draftRestart')}
          </Button>
        </p>
      )}
      <FormField label={t('heldAt')} error={problem?.at('heldAt')}>
        {(control) => (
          <Input
            {...control}
            type="datetime-local"
            className="held-at"
            value={values.heldAt}
            onChange={({ target }) => set({ heldAt: target.value })}
          />
        )}
      </FormField>
      <FormField label={t('attendees')} hint={t('attendeesHint')} error={problem?.at('attendees')}>
        {(control) => (
          <Input.TextArea
            {...control}
            autoSize={{ minRows: 2, maxRows: 10 }}
            value={values.attendees}
            onChange={({ target }) => set({ attendees: target.value })}
          />
        )}
      </FormField>
      <FormField label={t('summary')} error={problem?.at('summary')}>
        {(control) => (
          <Input.TextArea
            {...control}
            autoSize={{ minRows: 4, maxRows: 20 }}
            maxLength={4000}
            value={values.summary}
            onChange={({ target }) => set({ summary: target.value })}
          />
        )}
      </FormField>
      <CommitmentFields
        commitments={values.commitments}
        change={(commitments) => set({ commitments })}
        errorAt={(path) => problem?.at(path)}
      />
      <FormField label={t('followUp')} hint={t('followUpHint')} error={problem?.at('followUpOn')}>
        {(control) => (
          <DayInput {...control} value={values.followUpOn} change={(followUpOn) => set({ followUpOn })} />
        )}
      </FormField>
      {recording.error && <ErrorState error={recording.error} />}
      <Button type="primary" htmlType="submit" disabled={!complete} loading={recording.isPending}>
        {t('save')}
      </Button>
      {!complete && <span className="soft"> {t('incomplete')}</span>}
    </form>
  )
}

function useRecording(id: string, saved: () => void) {
  const t = useTexts(interviewsTexts)
  const { county } = useCounty()
  const { message } = App.useApp()
  return useChange({
    send: (json: InterviewRecord, options) =>
      answer(
        api.counties[':county'].consequences[':id'].record.$put({ param: { county, id }, json }, options),
      ),
    renews: [
      [county, 'consequences'],
      [county, 'commitments'],
    ],
    done: () => {
      saved()
      message.success(t('saved'))
    },
  })
}
