import { Input, Radio } from 'antd'
import type { Issue, StepKind } from '../../../../schema/api/issues.ts'
import { issuesTexts } from '../../../i18n/issues.ts'
import { useTexts } from '../../../lib/language.tsx'
import { useLeadOptions } from '../../../lib/lead-options.ts'
import { FormField } from '../../../ui/form-field.tsx'
import { NameSelect } from '../../../ui/name-select.tsx'
import { PhotoField } from '../../../ui/photos/photo-field.tsx'
import { DuplicateField } from './duplicate-field.tsx'
import { type StepValues, stepFields } from './step-fields.ts'

type Props = {
  kind: StepKind
  /** The issue it is about; undefined where it is taken for several at once. */
  issue: Pick<Issue, 'id' | 'category' | 'area'> | undefined
  values: StepValues
  change: (changed: Partial<StepValues>) => void
  errorAt: (path: string) => string | undefined
  /** Told while photos are still on their way; the same function every time. */
  sending: (sending: boolean) => void
}

/** The fields of one step, and no others. */
export function StepForm({ kind, issue, values, change, errorAt, sending }: Props) {
  const t = useTexts(issuesTexts)
  const fields = stepFields[kind]
  return (
    <>
      {fields.good && (
        <FormField label={t('goodLabel')} error={errorAt('good')}>
          {({ id: _id, ...control }) => (
            <Radio.Group
              {...control}
              aria-label={t('goodLabel')}
              value={values.good}
              onChange={({ target }) => change({ good: target.value === true })}
              options={[
                { value: true, label: t('good_yes') },
                { value: false, label: t('good_no') },
              ]}
            />
          )}
        </FormField>
      )}
      {fields.lead && <LeadFields values={values} change={change} errorAt={errorAt} kind={kind} />}
      {fields.due && (
        <FormField
          label={t(kind === 'deferral_asked' ? 'dueAsked' : 'dueAt')}
          hint={fields.due === 'optional' ? t('dueHint') : undefined}
          error={errorAt('dueAt')}
        >
          {(control) => (
            <Input
              {...control}
              className="moment-input"
              type="datetime-local"
              value={values.dueAt}
              onChange={({ target }) => change({ dueAt: target.value })}
            />
          )}
        </FormField>
      )}
      {fields.measure && (
        <FormField label={t('measure')} hint={t('measureHint')} error={errorAt('measure')}>
          {(control) => (
            <Input.TextArea
              {...control}
              autoSize={{ minRows: 2, maxRows: 8 }}
              maxLength={4000}
              value={values.measure}
              onChange={({ target }) => change({ measure: target.value })}
            />
          )}
        </FormField>
      )}
      {fields.duplicateOf && issue && (
        <DuplicateField
          issue={issue}
          value={values.duplicateOf}
          choose={(duplicateOf) => change({ duplicateOf })}
          error={errorAt('duplicateOf')}
        />
      )}
      {fields.photos && (
        <div className="form-field">
          <PhotoField
            label={t(`photos_${photoWords(kind)}`)}
            value={values.photos}
            change={(photos) => change({ photos })}
            busy={sending}
          />
          {errorAt('photos') !== undefined && <p className="wrong">{errorAt('photos')}</p>}
        </div>
      )}
      <FormField label={t(`note_${kind}`)} error={errorAt('note')}>
        {(control) => (
          <Input.TextArea
            {...control}
            autoSize={{ minRows: 2, maxRows: 10 }}
            maxLength={4000}
            value={values.note}
            onChange={({ target }) => change({ note: target.value })}
          />
        )}
      </FormField>
    </>
  )
}

type LeadProps = Pick<Props, 'kind' | 'values' | 'change' | 'errorAt'>

function LeadFields({ kind, values, change, errorAt }: LeadProps) {
  const t = useTexts(issuesTexts)
  const options = useLeadOptions()
  return (
    <>
      <FormField
        label={t(kind === 'transferred' ? 'newLead' : 'lead')}
        hint={kind === 'assigned' ? t('leadHint') : undefined}
        error={errorAt('lead')}
      >
        {(control) => (
          <NameSelect
            {...control}
            allowClear
            value={values.lead ?? null}
            onChange={(lead: string | null | undefined) => change({ lead: lead ?? undefined })}
            options={options}
          />
        )}
      </FormField>
      <FormField label={t('assisting')} hint={t('optional')} error={errorAt('assisting')}>
        {(control) => (
          <NameSelect<string[]>
            {...control}
            mode="multiple"
            value={[...values.assisting]}
            onChange={(assisting) => change({ assisting })}
            options={options.filter(({ value }) => value !== values.lead)}
          />
        )}
      </FormField>
    </>
  )
}

/** After a repair the picture shows the repair; otherwise what was seen. */
function photoWords(kind: StepKind): 'after' | 'seen' {
  return kind === 'rectified' ? 'after' : 'seen'
}
