import { Input, Select } from 'antd'
import { inspectionsTexts } from '../../../i18n/inspections.ts'
import { useAreas, useUnits } from '../../../lib/county-areas.ts'
import { useTexts } from '../../../lib/language.tsx'
import type { ApiProblem } from '../../../lib/problem.ts'
import { useSheets } from '../../../lib/scoring-sheets.ts'
import { useCounty } from '../../../lib/session.ts'
import { EmptyState } from '../../../ui/empty-state.tsx'
import { FormField } from '../../../ui/form-field.tsx'
import { NameSelect } from '../../../ui/name-select.tsx'
import { usePlaces } from '../queries.ts'
import type { Draft } from './draft.ts'

type Props = { draft: Draft; change: (part: Partial<Draft>) => void; problem: ApiProblem | undefined }

/** Which sheet, which place, for which group, from when to when. */
export function AboutFields({ draft, change, problem }: Props) {
  const t = useTexts(inspectionsTexts)
  const { member } = useCounty()
  const sheets = useSheets().data
  if (sheets?.length === 0) return <EmptyState title={t('noSheetTitle')} hint={t('noSheetHint')} />
  return (
    <div className="about-fields">
      <FormField label={t('sheet')} error={problem?.at('version') ?? problem?.at('sheet')}>
        {(control) => (
          <Select
            {...control}
            placeholder={t('chooseSheet')}
            value={draft.sheet === '' ? null : draft.sheet}
            onChange={(sheet) =>
              change({
                sheet: sheet ?? '',
                version: 0,
                findings: [],
                answers: {},
                subject: draft.visit === '' ? '' : draft.subject,
              })
            }
            options={(sheets ?? []).map(({ id, name }) => ({ value: id, label: name }))}
          />
        )}
      </FormField>
      {draft.sheet !== '' && <PlaceSelect {...{ draft, change, problem }} />}
      {member.scope.kind === 'county' && <UnitSelect {...{ draft, change, problem }} />}
      {draft.visit !== '' && <p className="soft">{t('forVisit')}</p>}
      <div className="times">
        <FormField label={t('startedAt')} error={problem?.at('startedAt')}>
          {(control) => (
            <Input
              {...control}
              type="datetime-local"
              value={draft.startedAt}
              onChange={({ target }) => change({ startedAt: target.value })}
            />
          )}
        </FormField>
        <FormField label={t('endedAt')} hint={t('endedAtHint')} error={problem?.at('endedAt')}>
          {(control) => (
            <Input
              {...control}
              type="datetime-local"
              value={draft.endedAt}
              onChange={({ target }) => change({ endedAt: target.value })}
            />
          )}
        </FormField>
      </div>
    </div>
  )
}

/** The places of the sheet's kind within the member's reach. */
function PlaceSelect({ draft, change, problem }: Props) {
  const t = useTexts(inspectionsTexts)
  const { member } = useCounty()
  const level = useSheets().data?.find(({ id }) => id === draft.sheet)?.subject
  const places = usePlaces(level).data ?? []
  const areas = useAreas().data
  const own = member.scope.kind === 'township' ? member.scope.id : undefined
  return (
    <FormField label={t('subject')} error={problem?.at('subject')}>
      {(control) => (
        <NameSelect
          {...control}
          value={draft.subject === '' ? null : draft.subject}
          onChange={(subject) => change({ subject: subject ?? '' })}
          options={places
            .filter(({ id, parent, active }) => active && (own === undefined || parent === own || id === own))
            .map(({ id, name }) => ({ value: id, label: areas?.byId.has(id) ? areas.fullName(id) : name }))}
        />
      )}
    </FormField>
  )
}

/** The office inspects for a group, or for none. */
function UnitSelect({ draft, change, problem }: Props) {
  const t = useTexts(inspectionsTexts)
  const units = useUnits().data ?? []
  return (
    <FormField label={t('unit')} error={problem?.at('unit')}>
      {(control) => (
        <Select
          {...control}
          value={draft.unit}
          onChange={(unit) => change({ unit })}
          options={[
            { value: '', label: t('noUnit') },
            ...units
              .filter(({ active, kind }) => active && kind === 'group')
              .map(({ id, name }) => ({ value: id, label: name })),
          ]}
        />
      )}
    </FormField>
  )
}
