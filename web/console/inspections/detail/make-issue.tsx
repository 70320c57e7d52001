import { Button, Select } from 'antd'
import { useState } from 'react'
import { Link } from 'react-router'
import type { Finding, InspectionDetail } from '../../../../schema/api/inspections.ts'
import type { NewIssue } from '../../../../schema/api/issues.ts'
import type { Deduction, SheetItem } from '../../../../schema/api/scoring-sheets.ts'
import { inspectionsTexts } from '../../../i18n/inspections.ts'
import { answer, api } from '../../../lib/api.ts'
import { useCategories } from '../../../lib/issue-categories.ts'
import { useTexts } from '../../../lib/language.tsx'
import { useCounty } from '../../../lib/session.ts'
import { useChange } from '../../../lib/use-change.ts'
import { FormDialog } from '../../../ui/form-dialog.tsx'
import { FormField } from '../../../ui/form-field.tsx'
import { useUndoable } from '../../../ui/undoable.ts'
import { inspectionsKey } from '../queries.ts'
import { issueIdOf, issueOf } from './finding-issue.ts'

type Props = { inspection: InspectionDetail; item: SheetItem; deduction: Deduction; finding: Finding }

/**
 * One tap makes a finding an issue, with its words and photos: nothing is typed or taken twice. Its id follows from
 * the finding, so that two taps make one issue.
 */
export function MakeIssue({ inspection, item, deduction, finding }: Props) {
  const t = useTexts(inspectionsTexts)
  const { county } = useCounty()
  const said = useUndoable()
  const [choosing, setChoosing] = useState(false)
  const id = issueIdOf(inspection, finding)
  const raise = useChange({
    send: (issue: NewIssue, options) =>
      answer(api.counties[':county'].issues[':id'].$put({ param: { county, id }, json: issue }, options)),
    renews: [inspectionsKey(county), [county, 'issues']],
    done: ({ no }) => {
      setChoosing(false)
      said(t('madeIssue', { no }))
    },
  })
  if (inspection.issues.includes(id)) return <Link to={`/${county}/issues/${id}`}>{t('isIssue')}</Link>
  const make = (category: string) => raise.mutate(issueOf(inspection, item, deduction, finding, category))
  return (
    <>
      <Button
        size="small"
        loading={raise.isPending}
        onClick={() => (deduction.category === undefined ? setChoosing(true) : make(deduction.category))}
      >
        {t('makeIssue')}
      </Button>
      {(choosing || raise.error) && (
        <ChooseCategory
          chosen={deduction.category}
          busy={raise.isPending}
          error={raise.error}
          make={make}
          close={() => {
            raise.reset()
            setChoosing(false)
          }}
        />
      )}
    </>
  )
}

type ChooseProps = {
  chosen: string | undefined
  busy: boolean
  error: unknown
  make: (category: string) => void
  close: () => void
}

function ChooseCategory({ chosen, busy, error, make, close }: ChooseProps) {
  const t = useTexts(inspectionsTexts)
  const categories = useCategories().data ?? []
  const [category, setCategory] = useState(chosen)
  return (
    <FormDialog
      title={t('chooseCategory')}
      submitLabel={t('makeIssue')}
      busy={busy}
      disabled={category === undefined}
      error={error}
      submit={() => category !== undefined && make(category)}
      close={close}
    >
      <FormField label={t('category')}>
        {(control) => (
          <Select
            {...control}
            value={category ?? null}
            onChange={(next) => setCategory(next ?? undefined)}
            options={categories
              .filter(({ active }) => active)
              .map(({ id, name }) => ({ value: id, label: name }))}
          />
        )}
      </FormField>
    </FormDialog>
  )
}
