import { Input, InputNumber, Select } from 'antd'
import { useState } from 'react'
import { CategoryGroup, type Deadline, type Severity } from '../../../../schema/api/issues.ts'
import { Post } from '../../../../schema/api/ranking.ts'
import { catalogueTexts } from '../../../i18n/issue-catalogue.ts'
import { issueWordsTexts } from '../../../i18n/issue-words.ts'
import { rolesTexts } from '../../../i18n/roles.ts'
import { uiTexts } from '../../../i18n/ui.ts'
import { useTexts } from '../../../lib/language.tsx'
import { FormDialog } from '../../../ui/form-dialog.tsx'
import { FormField } from '../../../ui/form-field.tsx'
import { brokenContacts, type CategoryValues, categoryOf } from './category-values.ts'
import { EscalationFields } from './escalation-fields.tsx'

const units = ['same_day', 'hours', 'days', 'working_hours', 'working_days'] as const
const severities: readonly Severity[] = [1, 2, 3]

type Props = {
  title: string
  start: CategoryValues
  busy: boolean
  error: unknown
  submit: (category: ReturnType<typeof categoryOf>) => void
  close: () => void
}

/** A kind of problem: how long its repair may take, who answers, who is told when, what to do in an emergency. */
export function CategoryForm({ title, start, busy, error, submit, close }: Props) {
  const t = useTexts(catalogueTexts)
  const ui = useTexts(uiTexts)
  const words = useTexts(issueWordsTexts)
  const post = useTexts(rolesTexts)
  const [values, setValues] = useState(start)
  const change = (changed: Partial<CategoryValues>) => setValues((before) => ({ ...before, ...changed }))
  const broken = brokenContacts(values.contacts)
  const posts = Post.options.map((value) => ({ value, label: post(value) }))
  return (
    <FormDialog
      wide
      title={title}
      submitLabel={ui('save')}
      busy={busy}
      error={error}
      disabled={values.name.trim() === '' || broken.length > 0}
      submit={() => submit(categoryOf(values))}
      close={close}
    >
      <div className="category-grid">
        <FormField label={t('name')}>
          {(control) => (
            <Input
              {...control}
              maxLength={100}
              value={values.name}
              onChange={({ target }) => change({ name: target.value })}
            />
          )}
        </FormField>
        <FormField label={t('group')}>
          {(control) => (
            <Select<CategoryGroup>
              {...control}
              value={values.group}
              onChange={(group) => change({ group })}
              options={CategoryGroup.options.map((value) => ({ value, label: words(`group_${value}`) }))}
            />
          )}
        </FormField>
        <FormField label={t('severity')}>
          {(control) => (
            <Select<Severity>
              {...control}
              value={values.severity}
              onChange={(severity) => change({ severity })}
              options={severities.map((value) => ({ value, label: words(`severity_${value}`) }))}
            />
          )}
        </FormField>
        <FormField label={t('deadline')}>
          {(control) => (
            <div className="deadline-fields">
              {values.unit !== 'same_day' && (
                <InputNumber
                  aria-label={t('amount')}
                  min={1}
                  max={1000}
                  precision={0}
                  value={values.amount}
                  onChange={(amount) => change({ amount: amount ?? 1 })}
                />
              )}
              <Select<Deadline['unit']>
                {...control}
                value={values.unit}
                onChange={(unit) => change({ unit })}
                options={units.map((value) => ({ value, label: t(`unit_${value}`) }))}
              />
            </div>
          )}
        </FormField>
        <FormField label={t('post')} hint={t('postHint')}>
          {(control) => (
            <Select<Post | ''>
              {...control}
              value={values.post ?? ''}
              onChange={(next) => change({ post: next === '' ? undefined : next })}
              options={[{ value: '', label: t('noPost') }, ...posts]}
            />
          )}
        </FormField>
      </div>
      <EscalationFields steps={values.escalation} change={(escalation) => change({ escalation })} />
      <fieldset className="plain-fieldset">
        <legend>{t('plan')}</legend>
        <p className="soft">{t('planHint')}</p>
        <FormField label={t('planSteps')}>
          {(control) => (
            <Input.TextArea
              {...control}
              autoSize={{ minRows: 2, maxRows: 10 }}
              value={values.steps}
              onChange={({ target }) => change({ steps: target.value })}
            />
          )}
        </FormField>
        {values.steps.trim() !== '' && (
          <>
            <FormField
              label={t('planContacts')}
              hint={t('planContactsHint')}
              error={broken[0] === undefined ? undefined : t('brokenContact', { line: broken[0] })}
            >
              {(control) => (
                <Input.TextArea
                  {...control}
                  autoSize={{ minRows: 1, maxRows: 8 }}
                  value={values.contacts}
                  onChange={({ target }) => change({ contacts: target.value })}
                />
              )}
            </FormField>
            <FormField label={t('planTold')}>
              {(control) => (
                <Select<Post[]>
                  {...control}
                  mode="multiple"
                  value={[...values.told]}
                  onChange={(told) => change({ told })}
                  options={posts}
                />
              )}
            </FormField>
          </>
        )}
      </fieldset>
    </FormDialog>
  )
}
