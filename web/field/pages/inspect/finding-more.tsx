import { useState } from 'react'
import type { Finding } from '../../../../schema/api/inspections.ts'
import type { Deduction, SheetItem } from '../../../../schema/api/scoring-sheets.ts'
import { can } from '../../../../worker/domain/access/can.ts'
import { fieldInspectTexts } from '../../../i18n/field-inspect.ts'
import { useTexts } from '../../../lib/language.tsx'
import { useField } from '../../field-context.tsx'
import { NoteField } from '../../pieces/note-field.tsx'
import { PhotoStrip } from '../../pieces/photo-strip.tsx'
import { useBundle, useRecords } from '../../pieces/stored.ts'
import { issueOfFinding, madeOf, titleOf } from './finding-issue.ts'
import type { InspectionRecord } from './inspection-draft.ts'

type Props = {
  id: string
  area: string
  record: InspectionRecord
  item: SheetItem
  deduction: Deduction
  finding: Finding
  more: (part: Partial<Finding>) => void
}

/** What can be said of a finding: photos, words, and that it is an issue somebody must repair. */
export function FindingMore({ id, area, record, item, deduction, finding, more }: Props) {
  const t = useTexts(fieldInspectTexts)
  const [writing, setWriting] = useState(finding.note !== undefined)
  return (
    <div className="more">
      <PhotoStrip
        record={id}
        label={t('photosOf', { name: deduction.name })}
        as="finding"
        of={`${item.key}/${deduction.key}`}
      >
        {!writing && (
          <button type="button" className="button" onClick={() => setWriting(true)}>
            {t('addNote')}
          </button>
        )}
      </PhotoStrip>
      {writing && (
        <NoteField
          label={t('noteOf', { name: deduction.name })}
          value={finding.note ?? ''}
          rows={2}
          change={(note) => more({ note })}
        />
      )}
      <MakeIssue {...{ id, area, record, item, deduction, finding }} />
    </div>
  )
}

/** One tap makes it an issue as well: its words and photos are taken over when the inspection is finished. */
function MakeIssue({ id, area, record, item, deduction, finding }: Omit<Props, 'more'>) {
  const t = useTexts(fieldInspectTexts)
  const { store } = useField()
  const bundle = useBundle()
  const records = useRecords() ?? []
  const { category } = deduction
  if (!bundle || category === undefined || !can(bundle.member, 'issue.write')) return null
  if (!bundle.categories.some((one) => one.id === category && one.active)) return null
  const title = titleOf(area, item, deduction)
  const made = madeOf(records, id).find((one) => one.title === title)
  const toggle = async () => {
    if (made) return store.discard(made.id)
    const issue = issueOfFinding(id, record, item, deduction, finding, bundle.member.role)
    await store.begin({ kind: 'issue', record: { ...issue, category } }, title)
  }
  return (
    <label className="check">
      <input type="checkbox" checked={made !== undefined} onChange={toggle} />
      <span>{made ? t('willBeIssue') : t('makeIssue')}</span>
    </label>
  )
}
