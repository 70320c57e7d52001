import { App, Button, Form, Input, Select } from 'antd'
import type { z } from 'zod'
import type { Consequence, InterviewRecord } from '../../../schema/api/consequences.ts'
import { interviewsTexts } from '../../i18n/interviews.ts'
import { uiTexts } from '../../i18n/ui.ts'
import { answer, api } from '../../lib/api.ts'
import { useTexts } from '../../lib/language.tsx'
import { useCounty } from '../../lib/session.ts'
import { useChange } from '../../lib/use-change.ts'
import { ErrorState } from '../../ui/error-state.tsx'

type Talk = z.infer<typeof InterviewRecord>
/** As the form holds it: `heldAt` by the clock in Shanghai, an empty text for no follow-up. */
type Values = Omit<Talk, 'followUpOn'> & { followUpOn: string }

/** Records an interview that was held: when, who came, what was said, what was promised by when. */
export function RecordForm({ consequence, close }: { consequence: Consequence; close: () => void }) {
  const t = useTexts(interviewsTexts)
  const ui = useTexts(uiTexts)
  const recording = useRecording(consequence.id, close)
  return (
    <Form<Values>
      layout="vertical"
      className="narrow"
      initialValues={valuesOf(consequence)}
      onFinish={(values) => recording.mutate(recordOf(values))}
    >
      <h2>{t('recordTitle')}</h2>
      <Form.Item name="heldAt" label={t('heldAt')} rules={[{ required: true }]}>
        <Input type="datetime-local" style={{ width: 220 }} />
      </Form.Item>
      <Form.Item
        name="attendees"
        label={t('attendees')}
        extra={t('attendeesHint')}
        rules={[{ required: true, type: 'array', min: 1, message: t('needAttendee') }]}
      >
        <Select
          mode="tags"
          open={false}
          suffixIcon={null}
          tokenSeparators={['、', '，', ',']}
          maxCount={50}
        />
      </Form.Item>
      <Form.Item name="summary" label={t('summary')} rules={[{ required: true, whitespace: true }]}>
        <Input.TextArea rows={5} maxLength={4000} />
      </Form.Item>
      <Commitments />
      <Form.Item name="followUpOn" label={t('followUp')}>
        <Input type="date" style={{ width: 160 }} />
      </Form.Item>
      {recording.error && <ErrorState error={recording.error} />}
      <div className="toolbar">
        <Button type="primary" htmlType="submit" loading={recording.isPending}>
          {t('save')}
        </Button>
        <Button onClick={close}>{ui('cancel')}</Button>
      </div>
    </Form>
  )
}

function Commitments() {
  const t = useTexts(interviewsTexts)
  return (
    <Form.Item label={t('commitments')}>
      <Form.List name="commitments">
        {(fields, { add, remove }) => (
          <>
            {fields.map(({ key, name }) => (
              <div key={key} className="commitment">
                <Form.Item name={[name, 'text']} rules={[{ required: true, whitespace: true, message: '' }]}>
                  <Input aria-label={t('commitment', { n: name + 1 })} maxLength={4000} />
                </Form.Item>
                <Form.Item name={[name, 'dueOn']} rules={[{ required: true, message: '' }]}>
                  <Input type="date" aria-label={t('commitmentDue', { n: name + 1 })} />
                </Form.Item>
                <Button
                  type="text"
                  aria-label={t('removeCommitment', { n: name + 1 })}
                  onClick={() => remove(name)}
                >
                  ×
                </Button>
              </div>
            ))}
            <Button onClick={() => add({ text: '', dueOn: '' })}>{t('addCommitment')}</Button>
          </>
        )}
      </Form.List>
    </Form.Item>
  )
}

function useRecording(id: string, close: () => void) {
  const t = useTexts(interviewsTexts)
  const { county } = useCounty()
  const { message } = App.useApp()
  return useChange({
    send: (json: Talk, options) =>
      answer(
        api.counties[':county'].consequences[':id'].record.$put({ param: { county, id }, json }, options),
      ),
    renews: [[county, 'consequences']],
    done: () => {
      message.success(t('saved'))
      close()
    },
  })
}

/** A first record begins with now and with those who were called. */
function valuesOf({ record, posts }: Consequence): Values {
  const shanghai = (instant: number) => new Date(instant + 8 * 3_600_000).toISOString().slice(0, 16)
  if (record) {
    return { ...record, heldAt: shanghai(Date.parse(record.heldAt)), followUpOn: record.followUpOn ?? '' }
  }
  const called = posts.flatMap(({ holder }) => (holder === null ? [] : [holder]))
  return {
    heldAt: shanghai(Date.now()),
    attendees: [...new Set(called)],
    ...{ summary: '', commitments: [], followUpOn: '' },
  }
}

function recordOf({ heldAt, followUpOn, ...rest }: Values): Talk {
  return {
    ...rest,
    heldAt: new Date(`${heldAt}:00+08:00`).toISOString(),
    followUpOn: followUpOn === '' ? null : followUpOn,
  }
}
