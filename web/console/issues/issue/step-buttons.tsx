import { Button } from 'antd'
import { useState } from 'react'
import type { IssueDetail, StepKind } from '../../../../schema/api/issues.ts'
import { issueWordsTexts } from '../../../i18n/issue-words.ts'
import { issuesTexts } from '../../../i18n/issues.ts'
import { useTexts } from '../../../lib/language.tsx'
import { StepDialog } from '../step/step-dialog.tsx'

/** What leads on comes first; a page has one primary button. */
const order: readonly StepKind[] = [
  'rectified',
  'closed',
  'assigned',
  'revisited',
  'deferred',
  'started',
  'returned',
  'deferral_refused',
  'deferral_asked',
  'transferred',
  'reopened',
  'joined',
  'rejected',
  'noted',
]

/** The steps the reader may take now. */
export function StepButtons({ issue }: { issue: IssueDetail }) {
  const t = useTexts(issuesTexts)
  const words = useTexts(issueWordsTexts)
  const [open, setOpen] = useState<StepKind>()
  const steps = [...issue.steps].sort((a, b) => order.indexOf(a) - order.indexOf(b))
  if (steps.length === 0) return <p className="soft">{t('noSteps')}</p>
  return (
    <section className="toolbar issue-steps" aria-label={t('steps')}>
      {steps.map((kind, at) => (
        <Button
          key={kind}
          type={at === 0 && kind !== 'noted' ? 'primary' : 'default'}
          onClick={() => setOpen(kind)}
        >
          {words(`event_${kind}`)}
        </Button>
      ))}
      {open && <StepDialog issue={issue.id} kind={open} close={() => setOpen(undefined)} />}
    </section>
  )
}
