import { AutoComplete, Button, Checkbox, Form, type FormListFieldData, InputNumber, Select } from 'antd'
import { SourceKind, SourceScope } from '../../../schema/api/ranking.ts'
import { boardsTexts } from '../../i18n/boards.ts'
import { rankingTexts } from '../../i18n/ranking.ts'
import { useTexts } from '../../lib/language.tsx'
import { useSourceName } from '../../ui/ranking-words.ts'

const usual = ['township', 'inspection', 'drone', 'public']
const fresh = { key: '', kind: 'score', scope: 'county', weight: 1, required: false, exposed: false }

/** The sources of a policy, one row each. */
export function SourceFields() {
  const t = useTexts(boardsTexts)
  return (
    <Form.Item label={t('sources')} extra={t('sourcesHint')}>
      <Form.List name={['rules', 'sources']}>
        {(fields, { add, remove }) => (
          <>
            {fields.map((field) => (
              <SourceRow key={field.key} field={field} remove={() => remove(field.name)} />
            ))}
            <Button onClick={() => add(fresh)}>{t('addSource')}</Button>
          </>
        )}
      </Form.List>
    </Form.Item>
  )
}

function SourceRow({ field, remove }: { field: FormListFieldData; remove: () => void }) {
  const t = useTexts(boardsTexts)
  const words = useTexts(rankingTexts)
  const name = useSourceName()
  const kind = Form.useWatch<string>(['rules', 'sources', field.name, 'kind'])
  const key = Form.useWatch<string>(['rules', 'sources', field.name, 'key']) ?? ''
  return (
    <div className="source-row">
      <Form.Item name={[field.name, 'key']} rules={[{ required: true, message: '' }]}>
        <AutoComplete
          aria-label={t('source')}
          placeholder={t('source')}
          maxLength={40}
          options={usual.map((value) => ({ value, label: name(value) }))}
        />
      </Form.Item>
      <span className="soft said">{name(key)}</span>
      <Form.Item name={[field.name, 'kind']}>
        <Select
          aria-label={t('kind')}
          options={SourceKind.options.map((value) => ({ value, label: words(`kind_${value}`) }))}
        />
      </Form.Item>
      <Form.Item name={[field.name, 'scope']}>
        <Select
          aria-label={t('scope')}
          options={SourceScope.options.map((value) => ({ value, label: words(`scope_${value}`) }))}
        />
      </Form.Item>
      <Form.Item name={[field.name, 'weight']} rules={[{ required: true, message: '' }]}>
        <InputNumber aria-label={t('weight')} min={0.01} />
      </Form.Item>
      <Form.Item name={[field.name, 'required']} valuePropName="checked">
        <Checkbox>{t('required')}</Checkbox>
      </Form.Item>
      <Form.Item name={[field.name, 'exposed']} valuePropName="checked" hidden={kind !== 'count'}>
        <Checkbox>{t('exposed')}</Checkbox>
      </Form.Item>
      <Button type="text" onClick={remove} aria-label={t('removeSource', { n: field.name + 1 })}>
        ×
      </Button>
    </div>
  )
}
