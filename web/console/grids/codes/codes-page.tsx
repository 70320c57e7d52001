import { Button, Popconfirm, Segmented } from 'antd'
import { useState } from 'react'
import type { NewFieldCodes } from '../../../../schema/api/field.ts'
import { gridsTexts } from '../../../i18n/grids.ts'
import { answer, api } from '../../../lib/api.ts'
import { useDates } from '../../../lib/dates.ts'
import { useTexts } from '../../../lib/language.tsx'
import { useCounty } from '../../../lib/session.ts'
import { useChange } from '../../../lib/use-change.ts'
import { useFilter } from '../../../lib/use-filter.ts'
import { DataTable } from '../../../ui/data-table.tsx'
import { EmptyState } from '../../../ui/empty-state.tsx'
import { ErrorState } from '../../../ui/error-state.tsx'
import { LinkButton } from '../../../ui/link-button.tsx'
import { NameSelect } from '../../../ui/name-select.tsx'
import { PageHeader } from '../../../ui/page-header.tsx'
import { codesKey } from '../queries.ts'
import { Tabs } from '../tabs.tsx'
import { type CodeArea, type CodeLevel, useCodeAreas, useCodeTownships } from './code-areas.ts'

/** Codes of a township's villages or grids: made for many at once, renewed or revoked one by one, printed on sheets. */
export default function CodesPage() {
  const t = useTexts(gridsTexts)
  const dates = useDates()
  const { county } = useCounty()
  const { get, set } = useFilter()
  const townships = useCodeTownships()
  const township = get('township') || townships[0]?.id || ''
  const level: CodeLevel = get('level') === 'grid' ? 'grid' : 'village'
  const query = useCodeAreas(township, level)
  const [chosen, setChosen] = useState<readonly string[]>([])
  const { make, revoke } = useCodeChanges()
  const here = (query.data ?? []).filter(({ id }) => chosen.length === 0 || chosen.includes(id))
  const missing = here.filter(({ code }) => code === undefined).map(({ id }) => id)
  const printable = here.length - missing.length
  const said = new URLSearchParams({ township, level, ...(chosen.length > 0 && { areas: chosen.join() }) })
  const changed = make.error ?? revoke.error
  return (
    <>
      <PageHeader title={t('codes')} hint={t('codesHint')} />
      <Tabs />
      <div className="toolbar">
        <NameSelect
          aria-label={t('township')}
          className="search-box"
          value={township || null}
          onChange={(value: string | null) => {
            setChosen([])
            set('township', value ?? '')
          }}
          options={townships.map(({ id, name }) => ({ value: id, label: name }))}
        />
        <Segmented<CodeLevel>
          aria-label={t('which')}
          value={level}
          onChange={(next) => {
            setChosen([])
            set('level', next === 'village' ? '' : next)
          }}
          options={(['village', 'grid'] as const).map((value) => ({ value, label: t(`level_${value}`) }))}
        />
        <Button
          disabled={missing.length === 0}
          loading={make.isPending}
          onClick={() => make.mutate({ areas: missing.slice(0, 500) })}
        >
          {t('makeN', { n: missing.length })}
        </Button>
        <LinkButton type="primary" disabled={printable === 0} to={`/${county}/grids/codes/sheet?${said}`}>
          {t('printN', { n: printable })}
        </LinkButton>
      </div>
      {changed && <ErrorState error={changed} />}
      <DataTable<CodeArea>
        label={t('codes')}
        query={query}
        rowKey={({ id }) => id}
        empty={<EmptyState title={t('noCodeAreasTitle')} hint={t('noCodeAreasHint')} />}
        rowSelection={{
          // Where nothing is chosen all are meant; antd measures its columns with a hidden copy of their titles.
          hideSelectAll: true,
          selectedRowKeys: [...chosen],
          onChange: (keys) => setChosen(keys.map(String)),
          getCheckboxProps: ({ name }) => ({ 'aria-label': t('choose', { name }) }) as object,
        }}
        columns={[
          { key: 'name', title: t(`level_${level}`), dataIndex: 'name' },
          { key: 'within', title: t('within'), dataIndex: 'within' },
          {
            key: 'code',
            title: t('code'),
            render: (_, { code }) =>
              code ? (
                t('madeAt', { at: dates.dayShort(code.at) })
              ) : (
                <span className="soft">{t('noCode')}</span>
              ),
          },
          {
            key: 'actions',
            title: t('actions'),
            render: (_, { id, name, code }) =>
              code && (
                <span className="row-actions">
                  <Sure name={name} what="renew" act={() => make.mutate({ areas: [id], renew: true })} />
                  <Sure name={name} what="revoke" act={() => revoke.mutate(code.code)} />
                </span>
              ),
          },
        ]}
      />
    </>
  )
}

function Sure({ name, what, act }: { name: string; what: 'renew' | 'revoke'; act: () => void }) {
  const t = useTexts(gridsTexts)
  return (
    <Popconfirm
      title={t(`sure_${what}`, { name })}
      description={t('sureHint')}
      okText={t(`act_${what}`)}
      cancelText={t('cancel')}
      onConfirm={act}
    >
      <Button type="link" size="small" aria-label={t(`of_${what}`, { name })}>
        {t(`act_${what}`)}
      </Button>
    </Popconfirm>
  )
}

function useCodeChanges() {
  const { county } = useCounty()
  const codes = api.counties[':county']['field-codes']
  const make = useChange({
    send: (json: NewFieldCodes, options) => answer(codes.$post({ param: { county }, json }, options)),
    renews: [codesKey(county)],
  })
  const revoke = useChange({
    send: (code: string, options) => answer(codes[':code'].$delete({ param: { county, code } }, options)),
    renews: [codesKey(county)],
  })
  return { make, revoke }
}
