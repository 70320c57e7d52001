import { Button, Form, Input, Radio } from 'antd'
import { useState } from 'react'
import type { z } from 'zod'
import type { RoundDetail } from '../../../../schema/api/boards.ts'
import type { Objection, Ruling } from '../../../../schema/api/consequences.ts'
import { roundsTexts } from '../../../i18n/rounds.ts'
import { uiTexts } from '../../../i18n/ui.ts'
import { answer, api } from '../../../lib/api.ts'
import { useTexts } from '../../../lib/language.tsx'
import { useCounty } from '../../../lib/session.ts'
import { useChange } from '../../../lib/use-change.ts'
import { ErrorState } from '../../../ui/error-state.tsx'
import { AmendmentFields, amendmentsOf, type DraftAmendment } from '../amendment-fields.tsx'

type Props = { objection: Objection; round: RoundDetail; close: () => void }

/** The ruling on an objection: upheld with what is amended, or rejected; with a reason either way. */
export function RulingForm({ objection, round, close }: Props) {
  const t = useTexts(roundsTexts)
  const ui = useTexts(uiTexts)
  const { county } = useCounty()
  const [drafts, setDrafts] = useState<DraftAmendment[]>([])
  const [form] = Form.useForm<{ upheld: boolean; reason: string }>()
  const upheld = Form.useWatch('upheld', form)
  const amendments = amendmentsOf(drafts)
  const ruling = useChange({
    send: (json: z.infer<typeof Ruling>, options) =>
      answer(
        api.counties[':county'].objections[':id'].ruling.$put(
          { param: { county, id: objection.id }, json },
          options,
        ),
      ),
    renews: [[county, 'rounds', round.id]],
    done: close,
  })
  return (
    <Form
      form={form}
      layout="vertical"
      initialValues={{ upheld: false, reason: '' }}
      onFinish={(values) =>
        ruling.mutate({ ...values, ...(values.upheld && amendments ? { amendments } : {}) })
      }
    >
      <Form.Item name="upheld">
        <Radio.Group
          aria-label={t('rule')}
          options={[
            { value: true, label: t('uphold') },
            { value: false, label: t('reject') },
          ]}
        />
      </Form.Item>
      {upheld && (
        <AmendmentFields round={round} drafts={drafts} change={setDrafts} subject={objection.subject} />
      )}
      <Form.Item name="reason" label={t('ruling')} rules={[{ required: true, whitespace: true }]}>
        <Input.TextArea rows={3} maxLength={1000} />
      </Form.Item>
      {ruling.error && <ErrorState error={ruling.error} />}
      <div className="toolbar">
        <Button
          type="primary"
          htmlType="submit"
          loading={ruling.isPending}
          disabled={upheld && amendments === undefined}
        >
          {t('rule')}
        </Button>
        <Button onClick={close}>{ui('cancel')}</Button>
      </div>
    </Form>
  )
}
