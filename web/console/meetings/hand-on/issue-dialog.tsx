import { Select } from 'antd'
import { useState } from 'react'
import type { Decision, DecisionIssue } from '../../../../schema/api/outreach.ts'
import { meetingsTexts } from '../../../i18n/meetings.ts'
import { answer, api } from '../../../lib/api.ts'
import { useCategories } from '../../../lib/issue-categories.ts'
import { useTexts } from '../../../lib/language.tsx'
import { useLeadOptions } from '../../../lib/lead-options.ts'
import { ApiProblem } from '../../../lib/problem.ts'
import { newUuid } from '../../../lib/request-key.ts'
import { useCounty } from '../../../lib/session.ts'
import { useChange } from '../../../lib/use-change.ts'
import { useWritableAreas } from '../../../lib/writable-areas.ts'
import { FormDialog } from '../../../ui/form-dialog.tsx'
import { FormField } from '../../../ui/form-field.tsx'
import { NameSelect } from '../../../ui/name-select.tsx'
import { useUndoable } from '../../../ui/undoable.ts'
import { meetingsKey } from '../queries.ts'

type Props = { meeting: string; decision: Decision; close: () => void }

/** A decision becomes an issue of the ledger, which has its own rules of who leads and by when. */
export function IssueDialog({ meeting, decision, close }: Props) {
  const t = useTexts(meetingsTexts)
  const { county, may } = useCounty()
  const say = useUndoable()
  const categories = (useCategories().data ?? []).filter(({ active }) => active)
  const areas = useWritableAreas('issue.write')
  const leads = useLeadOptions()
  const [issue] = useState(newUuid)
  const [category, setCategory] = useState<string | null>(null)
  const [area, setArea] = useState<string | null>(null)
  const [lead, setLead] = useState('')
  const change = useChange({
    send: (json: DecisionIssue, options) =>
      answer(
        api.counties[':county'].meetings[':id'].decisions[':decision'].issue.$put(
          { param: { county, id: meeting, decision: decision.id }, json },
          options,
        ),
      ),
    renews: [meetingsKey(county), [county, 'issues']],
    done: () => {
      say(t('didHandOn'))
      close()
    },
  })
  const at = (path: string) => (change.error instanceof ApiProblem ? change.error.at(path) : undefined)
  return (
    <FormDialog
      title={t('issueTitle')}
      submitLabel={t('handOn')}
      busy={change.isPending}
      disabled={category === null || area === null}
      error={change.error}
      submit={() => {
        if (category === null || area === null) return
        change.mutate({ issue, category, area, ...(lead === '' ? {} : { lead }) })
      }}
      close={close}
    >
      <p>{decision.text}</p>
      <FormField label={t('category')} error={at('category')}>
        {(control) => (
          <NameSelect
            {...control}
            autoFocus
            value={category}
            onChange={setCategory}
            options={categories.map(({ id, name }) => ({ value: id, label: name }))}
          />
        )}
      </FormField>
      <FormField label={t('area')} error={at('area')}>
        {(control) => <NameSelect {...control} value={area} onChange={setArea} options={areas} />}
      </FormField>
      {may('issue.assign') && (
        <FormField label={t('lead')} error={at('lead')}>
          {(control) => (
            <Select
              {...control}
              showSearch={{ optionFilterProp: 'label' }}
              value={lead}
              onChange={setLead}
              options={[{ value: '', label: t('ruleLead') }, ...leads]}
            />
          )}
        </FormField>
      )}
    </FormDialog>
  )
}
