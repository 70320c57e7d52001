import { Button, Checkbox } from 'antd'
import { useState } from 'react'
import type { Category } from '../../../../schema/api/issues.ts'
import { catalogueTexts } from '../../../i18n/issue-catalogue.ts'
import { issueWordsTexts } from '../../../i18n/issue-words.ts'
import { rolesTexts } from '../../../i18n/roles.ts'
import { useCategories } from '../../../lib/issue-categories.ts'
import { useTexts } from '../../../lib/language.tsx'
import { useCounty } from '../../../lib/session.ts'
import { DataTable } from '../../../ui/data-table.tsx'
import { EmptyState } from '../../../ui/empty-state.tsx'
import { useFailureMessage } from '../../../ui/failure-message.ts'
import { useDeadlineWords } from '../../../ui/issues/use-deadline-words.ts'
import { useUndoable } from '../../../ui/undoable.ts'
import { CategoryForm } from './category-form.tsx'
import { blankCategory, valuesOf } from './category-values.ts'
import { useAddCategory, useChangeCategory, useTakeCatalogue } from './use-categories.ts'

/** The county's catalogue of problems. */
export function CategoriesTab() {
  const t = useTexts(catalogueTexts)
  const { may } = useCounty()
  const query = useCategories()
  const said = useUndoable()
  const failed = useFailureMessage()
  const [retired, setRetired] = useState(false)
  const [open, setOpen] = useState<'add' | Category>()
  const take = useTakeCatalogue(() => said(t('didTake')))
  const takeAll = () => take.mutate({}, { onError: failed })
  const shown = query.data?.filter(({ active }) => active || retired)
  const none = query.data?.length === 0
  const mayWrite = may('category.write')
  return (
    <>
      {!none && (
        <div className="toolbar">
          {mayWrite && (
            <>
              <Button type="primary" onClick={() => setOpen('add')}>
                {t('add')}
              </Button>
              <Button loading={take.isPending} onClick={takeAll}>
                {t('take')}
              </Button>
            </>
          )}
          <Checkbox checked={retired} onChange={({ target }) => setRetired(target.checked)}>
            {t('withRetired')}
          </Checkbox>
        </div>
      )}
      <CategoryTable
        query={{ ...query, data: shown }}
        edit={mayWrite ? setOpen : undefined}
        empty={
          <EmptyState
            title={t('noneTitle')}
            hint={t('noneHint')}
            action={
              mayWrite && (
                <Button type="primary" loading={take.isPending} onClick={takeAll}>
                  {t('take')}
                </Button>
              )
            }
          />
        }
      />
      {open === 'add' && <AddCategory close={() => setOpen(undefined)} />}
      {typeof open === 'object' && <EditCategory category={open} close={() => setOpen(undefined)} />}
    </>
  )
}

type TableProps = {
  query: Parameters<typeof DataTable<Category>>[0]['query']
  edit: ((category: Category) => void) | undefined
  empty: React.ReactNode
}

function CategoryTable({ query, edit, empty }: TableProps) {
  const t = useTexts(catalogueTexts)
  const words = useTexts(issueWordsTexts)
  const post = useTexts(rolesTexts)
  const deadline = useDeadlineWords()
  const said = useUndoable()
  const failed = useFailureMessage()
  const change = useChangeCategory(() => {})
  const setActive = ({ id, name }: Category, active: boolean) =>
    change.mutate(
      { id, change: { active } },
      {
        onError: failed,
        onSuccess: () =>
          said(t(active ? 'didBringBack' : 'didRetire', { name }), () =>
            change.mutate({ id, change: { active: !active } }, { onError: failed }),
          ),
      },
    )
  return (
    <DataTable<Category>
      label={t('tab_categories')}
      query={query}
      rowKey={({ id }) => id}
      empty={empty}
      columns={[
        { key: 'name', title: t('name'), dataIndex: 'name' },
        { key: 'group', title: t('group'), render: (_, { group }) => words(`group_${group}`) },
        {
          key: 'severity',
          title: t('severity'),
          render: (_, { severity }) => (
            <span className={severity === 3 ? 'wrong' : undefined}>{words(`severity_${severity}`)}</span>
          ),
        },
        { key: 'deadline', title: t('deadline'), render: (_, row) => deadline(row.deadline) },
        {
          key: 'post',
          title: t('post'),
          render: (_, row) =>
            row.post === null ? <span className="soft">{t('noPost')}</span> : post(row.post),
        },
        {
          key: 'escalation',
          title: t('escalation'),
          width: 240,
          className: 'wraps',
          render: (_, { escalation }) =>
            escalation
              .map((step) => t('stepShort', { n: step.afterHours, post: post(step.post) }))
              .join(t('thenTold')),
        },
        {
          key: 'plan',
          title: t('plan'),
          render: (_, { plan }) => plan && t('hasPlan', { n: plan.steps.length }),
        },
        ...(edit
          ? [
              {
                key: 'actions',
                title: <span className="sr-only">{t('actions')}</span>,
                render: (_: unknown, row: Category) => (
                  <div className="row-actions">
                    <Button type="link" size="small" onClick={() => edit(row)}>
                      {t('edit')}
                    </Button>
                    <Button type="link" size="small" onClick={() => setActive(row, !row.active)}>
                      {t(row.active ? 'retire' : 'bringBack')}
                    </Button>
                  </div>
                ),
              },
            ]
          : []),
      ]}
    />
  )
}

function AddCategory({ close }: { close: () => void }) {
  const t = useTexts(catalogueTexts)
  const add = useAddCategory(close)
  return (
    <CategoryForm
      title={t('add')}
      start={blankCategory}
      busy={add.isPending}
      error={add.error}
      submit={(category) => add.mutate(category)}
      close={close}
    />
  )
}

function EditCategory({ category, close }: { category: Category; close: () => void }) {
  const t = useTexts(catalogueTexts)
  const change = useChangeCategory(close)
  return (
    <CategoryForm
      title={t('editTitle', { name: category.name })}
      start={valuesOf(category)}
      busy={change.isPending}
      error={change.error}
      submit={(changed) => change.mutate({ id: category.id, change: changed })}
      close={close}
    />
  )
}
