import { Alert, Button } from 'antd'
import { useMemo, useState } from 'react'
import { postsTexts } from '../../../i18n/posts.ts'
import { useAreas } from '../../../lib/county-areas.ts'
import { shanghaiDay } from '../../../lib/dates.ts'
import { useTexts } from '../../../lib/language.tsx'
import { useFilter } from '../../../lib/use-filter.ts'
import { DayInput } from '../../../ui/day-input.tsx'
import { EmptyState } from '../../../ui/empty-state.tsx'
import { ErrorState } from '../../../ui/error-state.tsx'
import { FormField } from '../../../ui/form-field.tsx'
import { NameSelect } from '../../../ui/name-select.tsx'
import { useUndoable } from '../../../ui/undoable.ts'
import { usePosts } from '../posts.ts'
import { changes, heldOn, type Typed, townshipPosts, villagePosts } from './cells.ts'
import { GridTable } from './grid-table.tsx'
import { useSetHolders } from './use-set-holders.ts'
import './post-grid.css'

/** All posts of a township at once: names are typed or pasted, whoever is replaced leaves the day before. */
export function PostGrid() {
  const t = useTexts(postsTexts)
  const areas = useAreas().data
  const posts = usePosts()
  const filter = useFilter()
  const said = useUndoable()
  const [from, setFrom] = useState(() => shanghaiDay(Date.now()))
  const [typed, setTyped] = useState<Typed>(new Map())
  const townships = (areas?.townships ?? []).filter(({ active }) => active)
  const township = townships.find(({ id }) => id === filter.get('township')) ?? townships[0]
  const held = useMemo(() => heldOn(posts.data ?? [], from), [posts.data, from])
  const wanted = changes(typed, held)
  const change = useSetHolders(({ added, ended }) => {
    setTyped(new Map())
    said(t('didSet', { added, ended }))
  })
  if (posts.error && !posts.data) return <ErrorState error={posts.error} retry={() => posts.refetch()} />
  if (!areas || !posts.data) return <div className="loading" />
  if (!township) return <EmptyState title={t('emptyTitle')} hint={t('noTownships')} />
  const villages = areas.villagesOf(township.id).filter(({ active }) => active)
  const grid = { held, typed, setTyped }
  return (
    <div className="post-grid">
      <div className="toolbar">
        <NameSelect
          aria-label={t('township')}
          className="search-box"
          value={township.id}
          disabled={wanted.length > 0}
          onChange={(value: string | null) => filter.set('township', value ?? '')}
          options={townships.map(({ id, name }) => ({ value: id, label: name }))}
        />
        <FormField label={t('fromDay')}>
          {(control) => <DayInput {...control} value={from} change={setFrom} />}
        </FormField>
      </div>
      <p className="soft">{t('gridHint')}</p>
      <GridTable
        label={t('leadersOf', { township: township.name })}
        areas={[township]}
        posts={townshipPosts}
        {...grid}
      />
      <GridTable
        label={t('villagesOf', { township: township.name })}
        areas={villages}
        posts={villagePosts}
        {...grid}
      />
      {change.error && <ErrorState error={change.error} />}
      <div className="grid-foot">
        <Button
          type="primary"
          disabled={wanted.length === 0 || from === ''}
          loading={change.isPending}
          onClick={() => change.mutate({ from, holders: wanted })}
        >
          {t('saveGrid', { n: wanted.length })}
        </Button>
        {wanted.length > 0 && <Button onClick={() => setTyped(new Map())}>{t('dropGrid')}</Button>}
        {wanted.some(({ holder }) => holder === '') && (
          <Alert
            type="info"
            showIcon
            title={t('vacated', { n: wanted.filter(({ holder }) => holder === '').length })}
          />
        )}
      </div>
    </div>
  )
}
