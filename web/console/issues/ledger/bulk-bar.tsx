import { Button, Checkbox } from 'antd'
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

type Props = {
  /** The issues on the page. */
  shown: readonly Issue[]
  chosen: ReadonlyMap<string, Issue>
  choose: (chosen: ReadonlyMap<string, Issue>) => void
}

/** What may be done with the issues that are ticked. */
export function BulkBar({ shown, chosen, choose }: Props) {
  const t = useTexts(issuesTexts)
  const here = shown.filter(({ id }) => chosen.has(id)).length
  const clear = () => choose(new Map())
  const all = (checked: boolean) => {
    const rest = [...chosen].filter(([id]) => !shown.some((issue) => issue.id === id))
    choose(new Map(checked ? [...rest, ...shown.map((issue) => [issue.id, issue] as const)] : rest))
  }
  return (
    <section className={chosen.size === 0 ? 'toolbar' : 'toolbar bulk-bar'} aria-label={t('bulk')}>
      <Checkbox
        checked={shown.length > 0 && here === shown.length}
        indeterminate={here > 0 && here < shown.length}
        onChange={({ target }) => all(target.checked)}
      >
        {t('chooseAll')}
      </Checkbox>
      {chosen.size > 0 && <Steps chosen={chosen} clear={clear} />}
    </section>
  )
}

function Steps({ chosen, clear }: { chosen: ReadonlyMap<string, Issue>; clear: () => void }) {
  const t = useTexts(issuesTexts)
  const words = useTexts(issueWordsTexts)
  const { may } = useCounty()
  const [kind, setKind] = useState<StepKind>()
  return (
    <>
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
    </>
  )
}
