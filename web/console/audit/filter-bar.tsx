import { Button, Select, Tag } from 'antd'
import type { AuditFacets } from '../../../schema/api/audit.ts'
import { verbWords } from '../../../worker/domain/audit/verbs.ts'
import { auditTexts } from '../../i18n/audit.ts'
import { useLanguage, useTexts } from '../../lib/language.tsx'
import { DayInput } from '../../ui/day-input.tsx'
import { FormField } from '../../ui/form-field.tsx'
import { NameSelect } from '../../ui/name-select.tsx'
import { filterNames, type useAuditFilter } from './use-audit-filter.ts'
import { useNames } from './use-names.ts'

type Props = { filter: ReturnType<typeof useAuditFilter>; facets: AuditFacets | undefined }

/** Person, what was done, to what kind of thing, and from when to when. */
export function FilterBar({ filter: { values, set }, facets }: Props) {
  const t = useTexts(auditTexts)
  const { language } = useLanguage()
  const nameOf = useNames()
  const kinds = [...new Set((facets?.verbs ?? []).map((verb) => verb.split('.')[0] ?? ''))]
  const verbs = (facets?.verbs ?? []).filter(
    (verb) => values.kind === '' || verb.startsWith(`${values.kind}.`),
  )
  const any = filterNames.some((name) => values[name] !== '')
  return (
    <div className="audit-filter">
      <FormField label={t('actor')}>
        {(control) => (
          <NameSelect
            {...control}
            allowClear
            placeholder={t('anybody')}
            value={values.actor === '' ? null : values.actor}
            onChange={(value: string | null | undefined) => set({ actor: value ?? '' })}
            options={(facets?.actors ?? []).map(({ id, name }) => ({ value: id, label: name ?? nameOf(id) }))}
          />
        )}
      </FormField>
      <FormField label={t('kind')}>
        {(control) => (
          <Select<string>
            {...control}
            value={values.kind}
            onChange={(kind) => set({ kind, ...(values.verb.startsWith(`${kind}.`) ? {} : { verb: '' }) })}
            options={[
              { value: '', label: t('anything') },
              ...kinds.map((kind) => ({ value: kind, label: isKind(kind) ? t(`kind_${kind}`) : kind })),
            ]}
          />
        )}
      </FormField>
      <FormField label={t('did')}>
        {(control) => (
          <Select<string>
            {...control}
            value={values.verb}
            onChange={(value) => set({ verb: value })}
            options={[
              { value: '', label: t('anything') },
              ...verbs.map((verb) => ({ value: verb, label: verbWords(verb, language) })),
            ]}
          />
        )}
      </FormField>
      <FormField label={t('from')}>
        {(control) => <DayInput {...control} value={values.from} change={(value) => set({ from: value })} />}
      </FormField>
      <FormField label={t('to')}>
        {(control) => <DayInput {...control} value={values.to} change={(value) => set({ to: value })} />}
      </FormField>
      {values.target !== '' && (
        <Tag closable={{ 'aria-label': t('all') }} onClose={() => set({ target: '' })}>
          {t('onlyOf', { name: nameOf(values.target) })}
        </Tag>
      )}
      {any && (
        <Button onClick={() => set(Object.fromEntries(filterNames.map((name) => [name, ''])))}>
          {t('all')}
        </Button>
      )}
    </div>
  )
}

type Kind = keyof typeof auditTexts.zh extends infer Key ? (Key extends `kind_${infer K}` ? K : never) : never

function isKind(kind: string): kind is Kind {
  return `kind_${kind}` in auditTexts.zh
}
