import { Button } from 'antd'
import { useState } from 'react'
import type { Issue, StepKind } from '../../../../schema/api/issues.ts'
import { issueWordsTexts } from '../../../i18n/issue-words.ts'
import { issuesTexts } from '../../../i18n/issues.ts'
import { useTexts } from '../../../lib/language.tsx'
import { useCounty } from '../../../lib/session.ts'
import { BulkDialog } from './bulk-dialog.tsx'

/** The steps that make sense for many at once, and who may take them anywhere at all. */
const several = [
  ['assigned', 'issue.assign'],
  ['transferred', 'issue.assign'],
  ['closed', 'issue.verify'],
  ['returned', 'issue.verify'],
  ['rejected', 'issue.rule'],
  ['noted', 'issue.write'],
] as const satisfies readonly (readonly [StepKind, string])[]

/** As many as one request takes. */
const most = 200

type Props = { chosen: ReadonlyMap<string, Issue>; clear: () => void }

/** What may be done with the issues that are ticked. */
export function BulkBar({ chosen, clear }: Props) {
  const t = useTexts(issuesTexts)
  const words = useTexts(issueWordsTexts)
  const { may } = useCounty()
  const [kind, setKind] = useState<StepKind>()
  if (chosen.size === 0) return null
  return (
    <section className="toolbar bulk-bar" aria-label={t('bulk')}>
      <span role="status">{t('chosen', { n: chosen.size })}</span>
      {several
        .filter(([, verb]) => may(verb))
        .map(([step]) => (
          <Button key={step} disabled={chosen.size > most} onClick={() => setKind(step)}>
            {words(`event_${step}`)}
          </Button>
        ))}
      <Button type="link" onClick={clear}>
        {t('chooseNone')}
      </Button>
      {chosen.size > most && <span className="wrong">{t('tooMany', { n: most })}</span>}
      {kind && (
        <BulkDialog
          kind={kind}
          issues={[...chosen.values()]}
          close={(done) => {
            setKind(undefined)
            if (done) clear()
          }}
        />
      )}
    </section>
  )
}
