import { Alert, Button, Modal } from 'antd'
import { useState } from 'react'
import type { Issue, IssueBulk, IssueBulkAnswer, StepKind } from '../../../../schema/api/issues.ts'
import { issueWordsTexts } from '../../../i18n/issue-words.ts'
import { issuesTexts } from '../../../i18n/issues.ts'
import { uiTexts } from '../../../i18n/ui.ts'
import { answer, api } from '../../../lib/api.ts'
import { useTexts } from '../../../lib/language.tsx'
import { newUuid } from '../../../lib/request-key.ts'
import { useCounty } from '../../../lib/session.ts'
import { useChange } from '../../../lib/use-change.ts'
import { FormDialog } from '../../../ui/form-dialog.tsx'
import { villageName } from '../../../ui/ranking-words.ts'
import { useUndoable } from '../../../ui/undoable.ts'
import { issuesKey } from '../queries.ts'
import { isComplete, noValues, stepOf } from '../step/step-fields.ts'
import { StepForm } from '../step/step-form.tsx'

type Props = { kind: StepKind; issues: readonly Issue[]; close: (done: boolean) => void }

/** One step for many issues. What is refused stays listed, each with its reason. */
export function BulkDialog({ kind, issues, close }: Props) {
  const t = useTexts(issuesTexts)
  const words = useTexts(issueWordsTexts)
  const said = useUndoable()
  const { county } = useCounty()
  const [values, setValues] = useState(noValues)
  const [sending, setSending] = useState(false)
  const [answered, setAnswered] = useState<IssueBulkAnswer>()
  // The same step for the same issues, sent again after a lost answer, is taken once.
  const [id] = useState(() => newUuid().replaceAll('-', '').slice(0, 24))
  const bulk = useChange({
    send: (json: IssueBulk, options) =>
      answer(api.counties[':county'].issues.bulk.$post({ param: { county }, json }, options)),
    renews: [issuesKey(county)],
    done: (result: IssueBulkAnswer) => {
      if (result.refused.length > 0) return setAnswered(result)
      said(t('didBulk', { step: words(`event_${kind}`), n: result.done.length }))
      close(true)
    },
  })
  if (answered) {
    return <Refused kind={kind} issues={issues} answered={answered} close={() => close(true)} />
  }
  return (
    <FormDialog
      title={t('bulkTitle', { step: words(`event_${kind}`), n: issues.length })}
      submitLabel={t('submit')}
      busy={bulk.isPending}
      disabled={!isComplete(kind, values) || sending}
      error={bulk.error}
      submit={() => bulk.mutate({ id, issues: issues.map((one) => one.id), step: stepOf(kind, values) })}
      close={() => close(false)}
    >
      <p className="soft">{t('bulkHint')}</p>
      <StepForm
        kind={kind}
        issue={undefined}
        values={values}
        change={(changed) => setValues((before) => ({ ...before, ...changed }))}
        sending={setSending}
        errorAt={() => undefined}
      />
    </FormDialog>
  )
}

type RefusedProps = { kind: StepKind; issues: readonly Issue[]; answered: IssueBulkAnswer; close: () => void }

function Refused({ kind, issues, answered, close }: RefusedProps) {
  const t = useTexts(issuesTexts)
  const ui = useTexts(uiTexts)
  const words = useTexts(issueWordsTexts)
  const { done, refused } = answered
  return (
    <Modal
      open
      title={t('bulkTitle', { step: words(`event_${kind}`), n: issues.length })}
      onCancel={close}
      footer={
        <Button type="primary" onClick={close}>
          {ui('close')}
        </Button>
      }
    >
      <Alert
        type="warning"
        role="alert"
        title={t('bulkRefused', { done: done.length, n: refused.length })}
        description={
          <ul>
            {refused.map(({ issue, message }) => {
              const one = issues.find(({ id }) => id === issue)
              return (
                <li key={issue}>
                  {one && `${words('number', { no: one.no })} ${villageName(one.areaName)} · `}
                  {message}
                </li>
              )
            })}
          </ul>
        }
      />
    </Modal>
  )
}
