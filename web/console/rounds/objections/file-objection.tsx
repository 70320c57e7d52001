import { Form, Input, Modal, Select } from 'antd'
import type { z } from 'zod'
import type { RoundDetail } from '../../../../schema/api/boards.ts'
import type { NewObjection } from '../../../../schema/api/consequences.ts'
import { roundsTexts } from '../../../i18n/rounds.ts'
import { answer, api } from '../../../lib/api.ts'
import { useTexts } from '../../../lib/language.tsx'
import { useCounty } from '../../../lib/session.ts'
import { useChange } from '../../../lib/use-change.ts'
import { ErrorState } from '../../../ui/error-state.tsx'
import { villageOptions } from '../amendment-fields.tsx'

type Values = z.infer<typeof NewObjection>

/** An objection to the draft of a closed round, for a village the member speaks for. */
export function FileObjection({ round, close }: { round: RoundDetail; close: () => void }) {
  const t = useTexts(roundsTexts)
  const { county, member, may } = useCounty()
  const [form] = Form.useForm<Values>()
  const filing = useChange({
    send: (json: Values, options) =>
      answer(
        api.counties[':county'].rounds[':id'].objections.$post(
          { param: { county, id: round.id }, json },
          options,
        ),
      ),
    renews: [[county, 'rounds', round.id]],
    done: close,
  })
  const mine = round.roster.filter(({ id, township }) => may('objection.write', { township, village: id }))
  const only = member.scope.kind === 'village' ? member.scope.id : null
  return (
    <Modal
      open
      title={t('fileTitle')}
      okText={t('send')}
      confirmLoading={filing.isPending}
      onOk={form.submit}
      onCancel={close}
    >
      <Form<Values>
        form={form}
        layout="vertical"
        initialValues={only === null ? {} : { subject: only }}
        onFinish={filing.mutate}
      >
        <Form.Item name="subject" label={t('subject')} rules={[{ required: true }]}>
          <Select
            showSearch={{ optionFilterProp: 'label' }}
            options={villageOptions({ ...round, roster: mine })}
          />
        </Form.Item>
        <Form.Item name="text" label={t('text')} rules={[{ required: true, whitespace: true }]}>
          <Input.TextArea rows={5} maxLength={4000} />
        </Form.Item>
        {filing.error && <ErrorState error={filing.error} />}
      </Form>
    </Modal>
  )
}
