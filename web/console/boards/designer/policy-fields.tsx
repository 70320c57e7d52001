import { InputNumber, Radio, Select } from 'antd'
import { boardsTexts } from '../../../i18n/boards.ts'
import { policyTexts } from '../../../i18n/policy.ts'
import { useTexts } from '../../../lib/language.tsx'
import { useSourceName } from '../../../ui/ranking-words.ts'
import { ConsequenceFields } from './consequence-fields.tsx'
import { FieldGroup } from './field-group.tsx'
import { SourceFields } from './source-fields.tsx'
import type { PolicyDraft } from './use-policy.ts'

/** A board's rules as fields; what is wrong stands beside each in words. */
export function PolicyFields({ draft }: { draft: PolicyDraft }) {
  const t = useTexts(boardsTexts)
  const p = useTexts(policyTexts)
  const name = useSourceName()
  const { values, change, at } = draft
  const named = values.sources.filter(({ key }) => key !== '')
  const tieProblem = values.tieBreakers.map((_, i) => at(`tieBreakers.${i}`)).find((one) => one !== undefined)
  return (
    <div className="policy-fields">
      <SourceFields draft={draft} />
      <FieldGroup label={p('method')} hint={p(`hint_${values.method}`)}>
        <Radio.Group
          value={values.method}
          onChange={({ target }) => change({ method: target.value })}
          options={(['percentile', 'rank_sum'] as const).map((value) => ({ value, label: p(value) }))}
        />
      </FieldGroup>
      <FieldGroup label={t('minSources')} problem={at('minSources')}>
        <InputNumber
          aria-label={t('minSources')}
          min={1}
          precision={0}
          value={values.minSources}
          onChange={(minSources) => change({ minSources })}
        />
      </FieldGroup>
      <FieldGroup label={t('bands')} problem={at('bands')}>
        <SideFields side="green" draft={draft} />
        <SideFields side="red" draft={draft} />
      </FieldGroup>
      <FieldGroup label={t('tieBreakers')} problem={tieProblem}>
        <Select
          mode="multiple"
          aria-label={t('tieBreakers')}
          style={{ minWidth: 260 }}
          value={values.tieBreakers}
          onChange={(tieBreakers) => change({ tieBreakers })}
          options={named.map(({ key }) => ({ value: key, label: name(key) }))}
          placeholder={t('noTies')}
        />
      </FieldGroup>
      <GuardFields draft={draft} />
      <ConsequenceFields draft={draft} />
    </div>
  )
}

function SideFields({ side, draft }: { side: 'green' | 'red'; draft: PolicyDraft }) {
  const t = useTexts(boardsTexts)
  const { values, change, at } = draft
  const { unit, n } = values[side]
  const end = unit === 'percent' ? 'percent' : side === 'green' ? 'top' : 'bottom'
  const problem = at(`bands.${side}.${end}`)
  return (
    <span className="side-fields">
      <span>
        {t(side)} {t(side === 'green' ? 'first' : 'last')}
      </span>
      <InputNumber
        aria-label={t(side)}
        min={0}
        style={{ width: 80 }}
        value={n}
        {...(problem === undefined ? {} : { status: 'error' as const })}
        onChange={(next) => change({ [side]: { unit, n: next } })}
      />
      <Select
        aria-label={`${t(side)} ${t('places')} / ${t('percent')}`}
        style={{ width: 68 }}
        value={unit}
        onChange={(next) => change({ [side]: { unit: next, n } })}
        options={(['places', 'percent'] as const).map((value) => ({ value, label: t(value) }))}
      />
      {problem !== undefined && <span className="wrong">{problem}</span>}
    </span>
  )
}

/** Absolute floors on the score of one source. */
function GuardFields({ draft }: { draft: PolicyDraft }) {
  const t = useTexts(boardsTexts)
  const p = useTexts(policyTexts)
  const name = useSourceName()
  const { values, change, at } = draft
  const scores = values.sources.filter(({ key, kind }) => key !== '' && kind === 'score')
  const known = values.guardSource === '' || scores.some(({ key }) => key === values.guardSource)
  const bounds = ['greenAtLeast', 'redBelow'] as const
  return (
    <FieldGroup label={t('guards')} hint={p('guardsHint')} problem={at('guards') ?? at('guards.source')}>
      <Select
        aria-label={t('guardSource')}
        style={{ minWidth: 140 }}
        value={values.guardSource}
        onChange={(guardSource) => change({ guardSource })}
        options={[
          { value: '', label: t('noGuard') },
          ...scores.map(({ key }) => ({ value: key, label: name(key) })),
          // A source that was one: kept in sight, with what is wrong about it beside.
          ...(known ? [] : [{ value: values.guardSource, label: name(values.guardSource) }]),
        ]}
      />
      {values.guardSource !== '' &&
        bounds.map((bound) => (
          <span key={bound} className="side-fields">
            <span>{t(bound)}</span>
            <InputNumber
              aria-label={t(bound)}
              style={{ width: 90 }}
              value={values[bound]}
              onChange={(next) => change({ [bound]: next })}
            />
            {at(`guards.${bound}`) !== undefined && <span className="wrong">{at(`guards.${bound}`)}</span>}
          </span>
        ))}
    </FieldGroup>
  )
}
