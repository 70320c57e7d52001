import { AutoComplete, Button, Checkbox, InputNumber, Select } from 'antd'
import { DerivedFrom, SourceKind, SourceScope } from '../../../../schema/api/ranking.ts'
import { boardsTexts } from '../../../i18n/boards.ts'
import { policyTexts } from '../../../i18n/policy.ts'
import { rankingTexts } from '../../../i18n/ranking.ts'
import { useTexts } from '../../../lib/language.tsx'
import { useSourceName } from '../../../ui/ranking-words.ts'
import { useScoringSheets } from '../queries.ts'
import { FieldGroup } from './field-group.tsx'
import { nextId, type SourceValues } from './policy-values.ts'
import type { PolicyDraft } from './use-policy.ts'

const usual = ['township', 'inspection', 'drone', 'public']
const fresh = { key: '', kind: 'score', scope: 'county', weight: 1, required: false, exposed: false } as const

/** What fills itself has its own kind. */
const kindOf = { inspections: 'score', rectifiedOnTime: 'score', openOverdue: 'count' } as const

/** The sources of a policy, one row each. */
export function SourceFields({ draft }: { draft: PolicyDraft }) {
  const t = useTexts(boardsTexts)
  const { values, change, at } = draft
  const set = (sources: SourceValues[]) => change({ sources })
  return (
    <FieldGroup label={t('sources')} hint={t('sourcesHint')} problem={at('sources')}>
      <div className="policy-rows">
        {values.sources.map((source, i) => (
          <SourceRow
            key={source.id}
            no={i + 1}
            source={source}
            problemAt={(field) => at(`sources.${i}.${field}`)}
            replace={(next) => set(values.sources.map((one) => (one.id === source.id ? next : one)))}
            remove={() => set(values.sources.filter(({ id }) => id !== source.id))}
          />
        ))}
      </div>
      <Button onClick={() => set([...values.sources, { ...fresh, id: nextId(values.sources) }])}>
        {t('addSource')}
      </Button>
    </FieldGroup>
  )
}

type RowProps = {
  no: number
  source: SourceValues
  problemAt: (field: string) => string | undefined
  replace: (source: SourceValues) => void
  remove: () => void
}

function SourceRow({ no, source, problemAt, replace, remove }: RowProps) {
  const t = useTexts(boardsTexts)
  const p = useTexts(policyTexts)
  const words = useTexts(rankingTexts)
  const name = useSourceName()
  const { key, kind, scope, weight, required, exposed, derivedFrom } = source
  const set = (part: Partial<SourceValues>) => replace({ ...source, ...part })
  const label = (field: string) => `${t('source')} ${no} ${field}`
  const problems = ['key', 'kind', 'scope', 'weight', 'exposed', 'sheet'].flatMap(
    (field) => problemAt(field) ?? [],
  )
  if (key.trim() === '') problems.unshift(p('nameMissing'))
  return (
    <div className="source-row">
      <AutoComplete
        aria-label={label('')}
        placeholder={t('source')}
        maxLength={40}
        value={key}
        onChange={(next: string) => set({ key: next })}
        options={usual.map((value) => ({ value, label: name(value) }))}
        {...(key.trim() === '' || problemAt('key') ? { status: 'error' as const } : {})}
      />
      <span className="soft said">{name(key) === key ? '' : name(key)}</span>
      <Select
        aria-label={label(p('filledBy'))}
        value={derivedFrom ?? ''}
        onChange={(from: DerivedFrom | '') => replace(derived(source, from))}
        options={[
          { value: '', label: p('from_reports') },
          ...DerivedFrom.options.map((value) => ({ value, label: p(`from_${value}`) })),
        ]}
      />
      {derivedFrom === 'inspections' && (
        <SheetSelect label={label(p('sheet'))} source={source} replace={replace} />
      )}
      <Select
        aria-label={label(t('kind'))}
        value={kind}
        disabled={derivedFrom !== undefined}
        onChange={(next) => set({ kind: next })}
        options={SourceKind.options.map((value) => ({ value, label: words(`kind_${value}`) }))}
      />
      <Select
        aria-label={label(t('scope'))}
        value={scope}
        onChange={(next) => set({ scope: next })}
        options={SourceScope.options.map((value) => ({ value, label: words(`scope_${value}`) }))}
      />
      <span className="side-fields">
        <span>{t('weight')}</span>
        <InputNumber
          aria-label={label(t('weight'))}
          min={0}
          style={{ width: 76 }}
          value={weight}
          onChange={(next) => set({ weight: next })}
          {...(problemAt('weight') ? { status: 'error' as const } : {})}
        />
      </span>
      <Checkbox checked={required} onChange={({ target }) => set({ required: target.checked })}>
        {t('required')}
      </Checkbox>
      {kind === 'count' && derivedFrom === undefined && (
        <Checkbox checked={exposed} onChange={({ target }) => set({ exposed: target.checked })}>
          {t('exposed')}
        </Checkbox>
      )}
      <Button type="text" onClick={remove} aria-label={t('removeSource', { n: no })}>
        ×
      </Button>
      {problems.length > 0 && <span className="wrong">{problems.join(' ')}</span>}
    </div>
  )
}

/** A source that fills itself cannot be counted over an exposure, and only inspections know a sheet. */
function derived(
  { derivedFrom: _, sheet: __, ...source }: SourceValues,
  from: DerivedFrom | '',
): SourceValues {
  if (from === '') return source
  return { ...source, derivedFrom: from, kind: kindOf[from], exposed: false }
}

function SheetSelect({ label, source, replace }: { label: string } & Pick<RowProps, 'source' | 'replace'>) {
  const p = useTexts(policyTexts)
  const sheets = useScoringSheets().data ?? []
  const { sheet: _, ...other } = source
  return (
    <Select
      aria-label={label}
      value={source.sheet ?? ''}
      onChange={(sheet) => replace(sheet === '' ? other : { ...other, sheet })}
      options={[
        { value: '', label: p('anySheet') },
        ...sheets.map(({ id, name }) => ({ value: id, label: name })),
      ]}
    />
  )
}
