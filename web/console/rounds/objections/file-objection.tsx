import { Form, Input, Modal, Select } from 'antd'
import { useState } from 'react'
import type { z } from 'zod'
import type { RoundDetail } from '../../../../schema/api/boards.ts'
import type { NewObjection } from '../../../../schema/api/consequences.ts'
import { objectionsTexts } from '../../../i18n/objections.ts'
import { roundsTexts } from '../../../i18n/rounds.ts'
import { answer, api } from '../../../lib/api.ts'
import { useTexts } from '../../../lib/language.tsx'
import { newUuid } from '../../../lib/request-key.ts'
import { useCounty } from '../../../lib/session.ts'
import { useChange } from '../../../lib/use-change.ts'
import { ErrorState } from '../../../ui/error-state.tsx'
import { PhotoField } from '../../../ui/photos/photo-field.tsx'
import { villageOptions } from '../amendment-fields.tsx'

type Values = z.infer<typeof NewObjection>

/** An objection to the draft of a closed round, for a village the member speaks for. */
export function FileObjection({ round, close }: { round: RoundDetail; close: () => void }) {
  const t = useTexts(roundsTexts)
  const own = useTexts(objectionsTexts)
  const { county, member, may } = useCounty()
  const [form] = Form.useForm<Values>()
  // Made once: a second try after a lost answer files nothing twice.
  const [id] = useState(newUuid)
  const [photos, setPhotos] = useState<string[]>([])
  const [sending, setSending] = useState(false)
  const filing = useChange({
    send: (json: Values, options) =>
      answer(
        api.counties[':county'].rounds[':id'].objections.$post(
          { param: { county, id: round.id }, json },
          options,
        ),
      ),
    renews: [
      [county, 'rounds', round.id],
      [county, 'objections'],
    ],
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
      okButtonProps={{ disabled: sending }}
      onOk={form.submit}
      onCancel={close}
    >
      <Form<Values>
        form={form}
        layout="vertical"
        initialValues={only === null ? {} : { subject: only }}
        onFinish={(values) => filing.mutate({ ...values, id, ...(photos.length > 0 ? { photos } : {}) })}
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
        <PhotoField label={own('photos')} value={photos} change={setPhotos} busy={setSending} />
        {filing.error && <ErrorState error={filing.error} />}
      </Form>
    </Modal>
  )
}
