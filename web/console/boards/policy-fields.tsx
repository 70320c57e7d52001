import { Checkbox, Form, InputNumber, Select, Space } from 'antd'
import { boardsTexts } from '../../i18n/boards.ts'
import { useTexts } from '../../lib/language.tsx'
import { useSourceName } from '../../ui/ranking-words.ts'
import type { PolicyValues } from './policy-values.ts'
import { SourceFields } from './source-fields.tsx'

/** A board's rules as fields. Fills `rules` of the form around it. */
export function PolicyFields() {
  const t = useTexts(boardsTexts)
  const name = useSourceName()
  const sources = Form.useWatch<PolicyValues['sources'] | undefined>(['rules', 'sources']) ?? []
  const options = sources.filter((one) => one?.key).map(({ key }) => ({ value: key, label: name(key) }))
  const scores = sources.filter((one) => one?.key && one.kind === 'score')
  const guarded = Form.useWatch<string>(['rules', 'guardSource'])
  return (
    <>
      <SourceFields />
      <Form.Item label={t('bands')}>
        <Space wrap size="large">
          <SideFields side="green" />
          <SideFields side="red" />
        </Space>
      </Form.Item>
      <Form.Item label={t('minSources')} name={['rules', 'minSources']} rules={[{ required: true }]}>
        <InputNumber min={1} max={Math.max(1, sources.length)} precision={0} />
      </Form.Item>
      <Form.Item label={t('tieBreakers')} name={['rules', 'tieBreakers']}>
        <Select mode="multiple" options={options} placeholder={t('noTies')} />
      </Form.Item>
      <Form.Item label={t('guards')}>
        <Space wrap>
          <Form.Item name={['rules', 'guardSource']} noStyle>
            <Select
              aria-label={t('guardSource')}
              style={{ minWidth: 140 }}
              options={[
                { value: '', label: t('noGuard') },
                ...scores.map(({ key }) => ({ value: key, label: name(key) })),
              ]}
            />
          </Form.Item>
          {guarded && (
            <>
              <Bound name="greenAtLeast" />
              <Bound name="redBelow" />
            </>
          )}
        </Space>
      </Form.Item>
      <Form.Item label={t('consequences')} name={['rules', 'consequences']} valuePropName="checked">
        <Checkbox>{t('keepConsequences')}</Checkbox>
      </Form.Item>
    </>
  )
}

function SideFields({ side }: { side: 'green' | 'red' }) {
  const t = useTexts(boardsTexts)
  return (
    <Space.Compact>
      <span className="before">
        {t(side)} {t(side === 'green' ? 'first' : 'last')}
      </span>
      <Form.Item name={['rules', side, 'n']} noStyle>
        <InputNumber aria-label={t(side)} min={0} style={{ width: 90 }} />
      </Form.Item>
      <Form.Item name={['rules', side, 'unit']} noStyle>
        <Select
          aria-label={`${t(side)} ${t('places')} / ${t('percent')}`}
          style={{ width: 72 }}
          options={(['places', 'percent'] as const).map((unit) => ({ value: unit, label: t(unit) }))}
        />
      </Form.Item>
    </Space.Compact>
  )
}

function Bound({ name }: { name: 'greenAtLeast' | 'redBelow' }) {
  const t = useTexts(boardsTexts)
  return (
    <Space.Compact>
      <span className="before">{t(name)}</span>
      <Form.Item name={['rules', name]} noStyle>
        <InputNumber aria-label={t(name)} style={{ width: 90 }} />
      </Form.Item>
    </Space.Compact>
  )
}
