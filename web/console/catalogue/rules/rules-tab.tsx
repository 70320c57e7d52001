import { Button } from 'antd'
import { useState } from 'react'
import type { IssueRule } from '../../../../schema/api/issues.ts'
import { catalogueTexts } from '../../../i18n/issue-catalogue.ts'
import { useCategoryName } from '../../../lib/issue-categories.ts'
import { useTexts } from '../../../lib/language.tsx'
import { useCounty } from '../../../lib/session.ts'
import { DataTable } from '../../../ui/data-table.tsx'
import { EmptyState } from '../../../ui/empty-state.tsx'
import { useFailureMessage } from '../../../ui/failure-message.ts'
import { useUndoable } from '../../../ui/undoable.ts'
import { AddRule } from './add-rule.tsx'
import { Preview } from './preview.tsx'
import { useLeadWords, usePartyName } from './rule-words.ts'
import { useAddRule, useRemoveRule, useRules } from './use-rules.ts'

/** Who leads an issue of a kind in a place: the most particular rule decides. */
export function RulesTab() {
  const t = useTexts(catalogueTexts)
  const { may } = useCounty()
  const query = useRules()
  const category = useCategoryName()
  const name = usePartyName()
  const lead = useLeadWords()
  const said = useUndoable()
  const failed = useFailureMessage()
  const [adding, setAdding] = useState(false)
  const back = useAddRule(() => {})
  const remove = useRemoveRule((rule) =>
    said(t('didRemoveRule'), () => {
      const { id: _id, ...again } = rule
      back.mutate(again, { onError: failed })
    }),
  )
  const mayWrite = may('category.write')
  const add = mayWrite && (
    <Button type="primary" onClick={() => setAdding(true)}>
      {t('addRule')}
    </Button>
  )
  return (
    <>
      <p className="soft">{t('rulesHint')}</p>
      {query.data?.length !== 0 && <div className="toolbar">{add}</div>}
      <DataTable<IssueRule>
        label={t('tab_rules')}
        query={query}
        rowKey={({ id }) => id}
        empty={<EmptyState title={t('noRules')} hint={t('noRulesHint')} action={add} />}
        columns={[
          {
            key: 'category',
            title: t('category'),
            render: (_, rule) => (rule.category === null ? t('anyCategory') : category(rule.category)),
          },
          {
            key: 'area',
            title: t('area'),
            render: (_, rule) => (rule.area === null ? t('anyArea') : name(rule.area)),
          },
          { key: 'lead', title: t('lead'), render: (_, rule) => lead(rule) },
          {
            key: 'assisting',
            title: t('assisting'),
            render: (_, { assisting }) => assisting.map(name).join(t('comma')),
          },
          ...(mayWrite
            ? [
                {
                  key: 'actions',
                  title: <span className="sr-only">{t('actions')}</span>,
                  render: (_: unknown, rule: IssueRule) => (
                    <div className="row-actions">
                      <Button
                        type="link"
                        size="small"
                        onClick={() => remove.mutate(rule, { onError: failed })}
                      >
                        {t('remove')}
                      </Button>
                    </div>
                  ),
                },
              ]
            : []),
        ]}
      />
      {query.data && <Preview rules={query.data} />}
      {adding && <AddRule close={() => setAdding(false)} />}
    </>
  )
}
