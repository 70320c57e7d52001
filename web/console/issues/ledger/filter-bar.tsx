import { FilterOutlined } from '@ant-design/icons'
import { Button, Checkbox, Input, Segmented, Select } from 'antd'
import { useEffect, useState } from 'react'
import { IssueSource, IssueState } from '../../../../schema/api/issues.ts'
import { issueWordsTexts } from '../../../i18n/issue-words.ts'
import { issuesTexts } from '../../../i18n/issues.ts'
import { useAreas } from '../../../lib/county-areas.ts'
import { useCategories } from '../../../lib/issue-categories.ts'
import { useTexts } from '../../../lib/language.tsx'
import { useLeadOptions } from '../../../lib/lead-options.ts'
import { whileHere } from '../../../lib/while-here.ts'
import { NameSelect } from '../../../ui/name-select.tsx'
import {
  type Filters,
  isNarrowed,
  type Settled,
  settledChoices,
  unnarrowed,
  type View,
  views,
} from './filters.ts'

type Props = { filters: Filters; change: (changed: Partial<Filters>) => void }

/** Narrows the ledger; on a phone all but the first line is folded away until it is asked for. */
export function FilterBar({ filters, change }: Props) {
  const t = useTexts(issuesTexts)
  const [open, setOpen] = useState(false)
  const narrowed = isNarrowed(filters)
  return (
    <search className="issue-filters">
      <div className="toolbar">
        <Segmented<Settled>
          aria-label={t('settledLabel')}
          value={filters.settled}
          onChange={(settled) => change({ settled, state: undefined })}
          options={settledChoices.map((value) => ({ value, label: t(`settled_${value}`) }))}
        />
        <TextFilter q={filters.q} change={(q) => change({ q })} />
        <Button
          className="issues-on-phone"
          icon={<FilterOutlined />}
          aria-expanded={open}
          onClick={() => setOpen(!open)}
        >
          {t('moreFilters')}
        </Button>
        <Segmented<View>
          className="issues-on-desktop"
          aria-label={t('view')}
          value={filters.view}
          onChange={(view) => change({ view })}
          options={views.map((value) => ({ value, label: t(`view_${value}`) }))}
        />
      </div>
      <div className={open ? 'toolbar' : 'toolbar issues-on-desktop'}>
        <Choices filters={filters} change={change} />
        {narrowed && (
          <Button type="link" onClick={() => change({ ...unnarrowed(filters), settled: filters.settled })}>
            {t('clear')}
          </Button>
        )}
      </div>
    </search>
  )
}

function Choices({ filters, change }: Props) {
  const t = useTexts(issuesTexts)
  const words = useTexts(issueWordsTexts)
  const areas = useAreas().data
  const categories = useCategories().data ?? []
  const leads = useLeadOptions()
  const villages = filters.township === undefined ? areas?.villages : areas?.villagesOf(filters.township)
  return (
    <>
      {filters.view === 'table' && (
        <Select<IssueState | ''>
          aria-label={t('state')}
          className="choice"
          popupMatchSelectWidth={false}
          value={filters.state ?? ''}
          onChange={(state) => change({ state: state === '' ? undefined : state })}
          options={[
            { value: '', label: t('everyState') },
            ...IssueState.options.map((value) => ({ value, label: words(`state_${value}`) })),
          ]}
        />
      )}
      <Named
        label={t('category')}
        none={t('everyCategory')}
        value={filters.category}
        choose={(category) => change({ category })}
        options={categories.map(({ id, name }) => ({ value: id, label: name }))}
      />
      <Named
        label={t('township')}
        none={t('everyTownship')}
        value={filters.township}
        choose={(township) => change({ township, area: undefined })}
        options={(areas?.townships ?? []).map(({ id, name }) => ({ value: id, label: name }))}
      />
      <Named
        label={t('village')}
        none={t('everyVillage')}
        value={filters.area}
        choose={(area) => change({ area })}
        options={(villages ?? []).map(({ id }) => ({ value: id, label: areas?.fullName(id) ?? id }))}
      />
      <Named
        label={t('lead')}
        none={t('everyLead')}
        value={filters.lead}
        choose={(lead) => change({ lead })}
        options={leads}
      />
      <Select<IssueSource | ''>
        aria-label={t('source')}
        className="choice"
        popupMatchSelectWidth={false}
        value={filters.source ?? ''}
        onChange={(source) => change({ source: source === '' ? undefined : source })}
        options={[
          { value: '', label: t('everySource') },
          ...IssueSource.options.map((value) => ({ value, label: words(`source_${value}`) })),
        ]}
      />
      {filters.settled !== 'settled' && (
        <Checkbox checked={filters.overdue} onChange={({ target }) => change({ overdue: target.checked })}>
          {t('onlyOverdue')}
        </Checkbox>
      )}
    </>
  )
}

type NamedProps = {
  label: string
  none: string
  value: string | undefined
  options: readonly { value: string; label: string }[]
  choose: (value: string | undefined) => void
}

function Named({ label, none, value, options, choose }: NamedProps) {
  return (
    <NameSelect
      aria-label={label}
      className="choice"
      popupMatchSelectWidth={false}
      placeholder={none}
      allowClear
      value={value ?? null}
      onChange={(next: string | null | undefined) => choose(next ?? undefined)}
      options={options}
    />
  )
}

/** Looks once the writer pauses: a list of fifty thousand is not asked at every stroke. */
function TextFilter({ q, change }: { q: string; change: (q: string) => void }) {
  const t = useTexts(issuesTexts)
  const [text, setText] = useState(q)
  useEffect(() => setText(q), [q])
  // biome-ignore lint/correctness/useExhaustiveDependencies: waits for the words alone; `change` is a new function on every render
  useEffect(() => {
    if (text === q) return
    const timer = setTimeout(
      whileHere(() => change(text)),
      400,
    )
    return () => clearTimeout(timer)
  }, [text])
  return (
    <Input.Search
      className="search-box"
      aria-label={t('search')}
      placeholder={t('searchPlaceholder')}
      allowClear
      maxLength={50}
      value={text}
      onChange={({ target }) => setText(target.value)}
      onSearch={(words) => change(words)}
    />
  )
}
