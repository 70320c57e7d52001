import { Button, Form, Input, Radio } from 'antd'
import { useState } from 'react'
import type { z } from 'zod'
import type { RoundDetail } from '../../../../schema/api/boards.ts'
import type { Objection, Ruling } from '../../../../schema/api/consequences.ts'
import type { RulingEffect } from '../../../../schema/api/objections.ts'
import { objectionsTexts } from '../../../i18n/objections.ts'
import { roundsTexts } from '../../../i18n/rounds.ts'
import { uiTexts } from '../../../i18n/ui.ts'
import { answer, api } from '../../../lib/api.ts'
import { useTexts } from '../../../lib/language.tsx'
import { useCounty } from '../../../lib/session.ts'
import { useChange } from '../../../lib/use-change.ts'
import { ErrorState } from '../../../ui/error-state.tsx'
import { AmendmentFields, amendmentsOf, type DraftAmendment } from '../amendment-fields.tsx'
import { Effect } from '../revisions/effect.tsx'

type Props = { objection: Objection; round: RoundDetail; close: () => void }
type Wanted = z.infer<typeof Ruling>

/**
 * The ruling on an objection: upheld with what is amended, or rejected; with a reason either way. Amendments are
 * looked at before they count.
 */
export function RulingForm({ objection, round, close }: Props) {
  const t = useTexts(roundsTexts)
  const own = useTexts(objectionsTexts)
  const ui = useTexts(uiTexts)
  const [drafts, setDrafts] = useState<DraftAmendment[]>([])
  const [form] = Form.useForm<{ upheld: boolean; reason: string }>()
  const upheld = Form.useWatch('upheld', form)
  const { preview, ruling } = useRuling(objection, close)
  const amendments = amendmentsOf(drafts)
  const amends = upheld && drafts.length > 0
  // What was looked at counts only for the very amendments it was asked with.
  const seen =
    preview.data && JSON.stringify(preview.variables?.amendments) === JSON.stringify(amendments)
      ? preview.data
      : undefined
  const look = () =>
    amendments &&
    preview.mutate({ upheld: true, reason: form.getFieldValue('reason').trim() || '-', amendments })
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
      {upheld && drafts.length === 0 && <p className="soft">{own('noAmendment')}</p>}
      <Form.Item name="reason" label={t('ruling')} rules={[{ required: true, whitespace: true }]}>
        <Input.TextArea rows={3} maxLength={1000} />
      </Form.Item>
      {amends && seen && <Foreseen effect={seen} />}
      {amends && !seen && <p className="soft">{own('previewFirst')}</p>}
      {!amends && round.state === 'published' && <p className="soft">{own('resumes')}</p>}
      {(preview.error ?? ruling.error) && <ErrorState error={preview.error ?? ruling.error} />}
      <div className="toolbar">
        {amends && (
          <Button disabled={!amendments} loading={preview.isPending} onClick={look}>
            {own('preview')}
          </Button>
        )}
        <Button
          type="primary"
          htmlType="submit"
          loading={ruling.isPending}
          disabled={upheld && (amendments === undefined || (amends && !seen))}
        >
          {t('rule')}
        </Button>
        <Button onClick={close}>{ui('cancel')}</Button>
      </div>
    </Form>
  )
}

/** In a draft only villages move; what a correction publishes is said round by round. */
function Foreseen({ effect }: { effect: RulingEffect }) {
  const own = useTexts(objectionsTexts)
  const [draft] = effect.rounds.filter(({ revision }) => revision === 0)
  if (!draft) return <Effect effect={effect} />
  const n = draft.changes.length
  return (
    <div role="status">
      <p>{n > 0 ? own('draftEffect', { n }) : own('draftNone')}</p>
      {n > 0 && <Effect effect={effect} untitled />}
    </div>
  )
}

function useRuling({ id, round }: Objection, close: () => void) {
  const { county } = useCounty()
  const { ruling: resource } = api.counties[':county'].objections[':id']
  const param = { county, id }
  const preview = useChange({
    send: (json: Wanted) => answer(resource.preview.$post({ param, json })),
  })
  const ruling = useChange({
    send: (json: Wanted, options) => answer(resource.$put({ param, json }, options)),
    renews: [
      [county, 'rounds', round],
      [county, 'objections'],
      [county, 'consequences'],
    ],
    done: close,
  })
  return { preview, ruling }
}
