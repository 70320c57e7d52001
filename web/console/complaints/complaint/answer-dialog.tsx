import { Checkbox, Input } from 'antd'
import { useState } from 'react'
import type { ComplaintDetail, NewComplaintAnswer } from '../../../../schema/api/complaints.ts'
import { complaintsTexts } from '../../../i18n/complaints.ts'
import { answer, api } from '../../../lib/api.ts'
import { useTexts } from '../../../lib/language.tsx'
import { newUuid } from '../../../lib/request-key.ts'
import { useCounty } from '../../../lib/session.ts'
import { useChange } from '../../../lib/use-change.ts'
import { FormDialog } from '../../../ui/form-dialog.tsx'
import { FormField } from '../../../ui/form-field.tsx'
import { LooksPersonal } from '../../../ui/privacy/looks-personal.tsx'
import { useUndoable } from '../../../ui/undoable.ts'
import { complaintsKey } from '../queries.ts'

type Props = { complaint: ComplaintDetail; waits: boolean; close: () => void }

/** Words to the writer; a suggestion is often settled by them. */
export function AnswerDialog({ complaint: { id, kind }, waits, close }: Props) {
  const t = useTexts(complaintsTexts)
  const { county } = useCounty()
  const said = useUndoable()
  const [answerId] = useState(newUuid)
  const [text, setText] = useState('')
  const [settles, setSettles] = useState(waits && kind === 'suggestion')
  const send = useChange({
    send: (json: NewComplaintAnswer, options) =>
      answer(
        api.counties[':county'].complaints[':id'].answers[':answer'].$put(
          { param: { county, id, answer: answerId }, json },
          options,
        ),
      ),
    renews: [complaintsKey(county)],
    done: () => {
      said(t('didAnswer'))
      close()
    },
  })
  return (
    <FormDialog
      title={t('answerTitle')}
      submitLabel={t('answer')}
      busy={send.isPending}
      disabled={text.trim() === ''}
      error={send.error}
      submit={() => send.mutate({ text, settles })}
      close={close}
    >
      <FormField label={t('answerText')} hint={t('answerHint')}>
        {(control) => (
          <Input.TextArea
            {...control}
            autoFocus
            rows={4}
            maxLength={1000}
            value={text}
            onChange={({ target }) => setText(target.value)}
          />
        )}
      </FormField>
      <LooksPersonal text={text} />
      {waits && (
        <Checkbox checked={settles} onChange={({ target }) => setSettles(target.checked)}>
          {t('settles')}
        </Checkbox>
      )}
    </FormDialog>
  )
}
