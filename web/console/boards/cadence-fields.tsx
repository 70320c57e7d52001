import { Form, Input, InputNumber, Radio, Select, Space } from 'antd'
import { weekdays } from '../../../schema/api/boards.ts'
import { boardsTexts } from '../../i18n/boards.ts'
import { rankingTexts } from '../../i18n/ranking.ts'
import { useTexts } from '../../lib/language.tsx'

/** When a board's rounds close: every day, week or month, and at what time. Fills `cadence` of the form around it. */
export function CadenceFields() {
  const t = useTexts(boardsTexts)
  const words = useTexts(rankingTexts)
  const form = Form.useFormInstance()
  const every = Form.useWatch<string>(['cadence', 'every'])
  return (
    <Form.Item label={t('cadence')} required>
      <Space wrap>
        <Form.Item name={['cadence', 'every']} noStyle>
          <Radio.Group
            optionType="button"
            options={[
              { value: 'day', label: t('everyDay') },
              { value: 'week', label: t('everyWeek') },
              { value: 'month', label: t('everyMonth') },
            ]}
            onChange={({ target }) =>
              form.setFieldValue(['cadence', 'closesOn'], target.value === 'month' ? 25 : 'friday')
            }
          />
        </Form.Item>
        {every === 'week' && (
          <Form.Item name={['cadence', 'closesOn']} noStyle>
            <Select
              aria-label={t('weekday')}
              style={{ width: 120 }}
              options={weekdays.map((day) => ({ value: day, label: words(`day_${day}`) }))}
            />
          </Form.Item>
        )}
        {every === 'month' && (
          <Form.Item name={['cadence', 'closesOn']} noStyle>
            <InputNumber
              aria-label={t('dayOfMonth')}
              title={t('dayOfMonthHint')}
              min={1}
              max={31}
              precision={0}
            />
          </Form.Item>
        )}
        <Form.Item name={['cadence', 'closesAt']} noStyle rules={[{ required: true }]}>
          <Input type="time" aria-label={t('time')} style={{ width: 140 }} />
        </Form.Item>
      </Space>
    </Form.Item>
  )
}
