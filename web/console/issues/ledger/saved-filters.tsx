import { Button, Checkbox, Input } from 'antd'
import { useState } from 'react'
import type { SavedFilter } from '../../../../schema/api/issues.ts'
import { issuesTexts } from '../../../i18n/issues.ts'
import { useTexts } from '../../../lib/language.tsx'
import { FormDialog } from '../../../ui/form-dialog.tsx'
import { FormField } from '../../../ui/form-field.tsx'
import { useUndoable } from '../../../ui/undoable.ts'
import { type Filters, isNarrowed, paramsOf } from './filters.ts'
import { useForgetFilter, useKeepFilter, useSavedFilters } from './use-saved-filters.ts'

type Props = { filters: Filters; open: (query: string) => void }

/** Filters kept for oneself or for everybody: one tap opens one. */
export function SavedFilters({ filters, open }: Props) {
  const t = useTexts(issuesTexts)
  const said = useUndoable()
  const [keeping, setKeeping] = useState(false)
  const saved = useSavedFilters().data ?? []
  const keep = useKeepFilter(() => {})
  const forget = useForgetFilter(({ name, query, shared }: SavedFilter) =>
    said(t('didForgetFilter', { name }), () => keep.mutate({ list: 'issues', name, query, shared })),
  )
  const current = paramsOf(filters).toString()
  const worthKeeping = isNarrowed(filters) && !saved.some(({ query }) => query === current)
  if (saved.length === 0 && !worthKeeping) return null
  return (
    <div className="toolbar saved-filters">
      <span className="soft">{t('savedFilters')}</span>
      {saved.map((filter) => (
        <span key={filter.id} className="saved-filter">
          <Button
            size="small"
            type={filter.query === current ? 'primary' : 'default'}
            ghost={filter.query === current}
            aria-pressed={filter.query === current}
            onClick={() => open(filter.query)}
          >
            {filter.name}
            {filter.shared && ` · ${t('sharedShort')}`}
          </Button>
          {filter.own && (
            <Button
              size="small"
              type="text"
              aria-label={t('forgetFilter', { name: filter.name })}
              onClick={() => forget.mutate(filter)}
            >
              ×
            </Button>
          )}
        </span>
      ))}
      {worthKeeping && (
        <Button size="small" type="link" onClick={() => setKeeping(true)}>
          {t('keepFilter')}
        </Button>
      )}
      {keeping && <KeepFilter query={current} close={() => setKeeping(false)} />}
    </div>
  )
}

function KeepFilter({ query, close }: { query: string; close: () => void }) {
  const t = useTexts(issuesTexts)
  const [name, setName] = useState('')
  const [shared, setShared] = useState(false)
  const keep = useKeepFilter(close)
  return (
    <FormDialog
      title={t('keepFilter')}
      submitLabel={t('keep')}
      busy={keep.isPending}
      disabled={name.trim() === ''}
      error={keep.error}
      submit={() => keep.mutate({ list: 'issues', name: name.trim(), query, shared })}
      close={close}
    >
      <FormField label={t('filterName')}>
        {(control) => (
          <Input {...control} maxLength={100} value={name} onChange={({ target }) => setName(target.value)} />
        )}
      </FormField>
      <Checkbox checked={shared} onChange={({ target }) => setShared(target.checked)}>
        {t('shareFilter')}
      </Checkbox>
    </FormDialog>
  )
}
