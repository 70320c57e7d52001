import { useQuery } from '@tanstack/react-query'
import { type ReactNode, useState } from 'react'
import { Link } from 'react-router'
import type { SetupStep } from '../../../schema/api/setup.ts'
import { cockpitTexts } from '../../i18n/cockpit.ts'
import { answer, api } from '../../lib/api.ts'
import { useTexts } from '../../lib/language.tsx'
import { useCounty, useSetup } from '../../lib/session.ts'
import { useSetupProgress } from '../../lib/setup-progress.ts'

type Step = {
  key: SetupStep
  to: string
  done: boolean
  said: ReactNode
}

/** A new county's way to its first round: what is done, what is next. Gone once everything is. */
export function FirstSteps() {
  const t = useTexts(cockpitTexts)
  const { county } = useCounty()
  const steps = useSteps()
  const [hidden, setHidden] = useState(false)
  if (!steps || steps.every(({ done }) => done)) return null
  if (hidden) {
    return (
      <p>
        <button type="button" className="button link" onClick={() => setHidden(false)}>
          {t('show')}
        </button>
      </p>
    )
  }
  const next = steps.find(({ done }) => !done)
  return (
    <section className="first-steps" aria-labelledby="first-steps">
      <div className="page-header">
        <div>
          <h2 id="first-steps">{t('setupTitle')}</h2>
          <p>{t('setupHint')}</p>
        </div>
        <button type="button" className="button text" onClick={() => setHidden(true)}>
          {t('hide')}
        </button>
      </div>
      <ol>
        {steps.map((step) => (
          <li key={step.key} className={step.done ? 'done' : step === next ? 'next' : ''}>
            <span className="mark" role="img" aria-label={t(step.done ? 'done' : 'todo')}>
              {step.done ? '✓' : ''}
            </span>
            <Link to={`/${county}/${step.to}`}>{t(step.key)}</Link>
            <span className="soft">{step.said}</span>
          </li>
        ))}
      </ol>
    </section>
  )
}

/** The setup's own progress: undefined until it is read; what was skipped is not asked for again. */
function useSteps(): Step[] | undefined {
  const t = useTexts(cockpitTexts)
  const setup = useSetup().data?.setup
  const progress = useSetupProgress().data
  if (!setup || !progress) return undefined
  const said: Record<SetupStep, (n: number) => [done: string, todo: ReactNode]> = {
    areas: () => [t('areasDone', setup), <Importing key="areas" />],
    units: (n) => [t('unitsDone', { n }), t('unitsTodo')],
    posts: () => [t('postsDone'), t('postsTodo')],
    board: (n) => [t('boardDone', { n }), t('boardTodo')],
    members: (n) => [t('membersDone', { n }), t('membersTodo')],
    round: () => [t('roundDone'), t('roundTodo')],
  }
  return progress.steps
    .filter(({ state }) => state !== 'skipped')
    .map(({ key, state, count }) => {
      const done = state === 'done'
      return { key, to: `setup?step=${key}`, done, said: said[key](count)[done ? 0 : 1] }
    })
}

/** How far the areas are, against what the national divisions hold. */
function Importing() {
  const t = useTexts(cockpitTexts)
  const { summary } = useCounty()
  const villages = useSetup().data?.setup.villages ?? 0
  const total = useQuery({
    queryKey: ['region', summary.code],
    staleTime: Number.POSITIVE_INFINITY,
    queryFn: async () => {
      const { townships } = await answer(api.regions[':code'].$get({ param: { code: summary.code } }))
      return townships.reduce((sum, township) => sum + township.villages.length, 0)
    },
  }).data
  if (total === undefined) return t('areasImportingPlain', { villages })
  return (
    <span role="status">
      {t('areasImporting', { villages, total })}
      <progress aria-hidden="true" max={total} value={villages} />
    </span>
  )
}
