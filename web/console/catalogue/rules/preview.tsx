import { useState } from 'react'
import type { IssueRule } from '../../../../schema/api/issues.ts'
import { leadBy } from '../../../../worker/domain/issues/rules.ts'
import { catalogueTexts } from '../../../i18n/issue-catalogue.ts'
import { useAreas } from '../../../lib/county-areas.ts'
import { useCategories } from '../../../lib/issue-categories.ts'
import { useTexts } from '../../../lib/language.tsx'
import { FormField } from '../../../ui/form-field.tsx'
import { NameSelect } from '../../../ui/name-select.tsx'
import { lineageOf } from './lineage.ts'
import { usePartyName } from './rule-words.ts'

/** Who would get a problem of some kind in some village, by the very rule the server goes by. */
export function Preview({ rules }: { rules: readonly IssueRule[] }) {
  const t = useTexts(catalogueTexts)
  const areas = useAreas().data
  const categories = useCategories().data ?? []
  const name = usePartyName()
  const [category, setCategory] = useState<string>()
  const [village, setVillage] = useState<string>()
  const lead =
    category !== undefined && village !== undefined && areas
      ? (leadBy(rules, category, lineageOf(village, areas.byId)) ?? null)
      : undefined
  return (
    <section className="rule-preview" aria-labelledby="rule-preview">
      <h2 id="rule-preview">{t('preview')}</h2>
      <div className="preview-fields">
        <FormField label={t('category')}>
          {(control) => (
            <NameSelect
              {...control}
              value={category ?? null}
              onChange={(next: string | null) => setCategory(next ?? undefined)}
              options={categories
                .filter(({ active }) => active)
                .map(({ id, name }) => ({ value: id, label: name }))}
            />
          )}
        </FormField>
        <FormField label={t('village')}>
          {(control) => (
            <NameSelect
              {...control}
              value={village ?? null}
              onChange={(next: string | null) => setVillage(next ?? undefined)}
              options={(areas?.villages ?? [])
                .filter(({ active }) => active)
                .map(({ id }) => ({ value: id, label: areas?.fullName(id) ?? id }))}
            />
          )}
        </FormField>
      </div>
      <p role="status">
        {lead === undefined && <span className="soft">{t('previewHint')}</span>}
        {lead === null && t('previewNobody')}
        {lead && (
          <>
            {t('previewLead', { name: name(lead.lead) })}
            {lead.assisting.length > 0 &&
              ` ${t('previewAssisting', { names: lead.assisting.map(name).join(t('comma')) })}`}
          </>
        )}
      </p>
    </section>
  )
}
