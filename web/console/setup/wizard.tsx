import { Button } from 'antd'
import type { ReactNode } from 'react'
import { type SetupStep, setupSteps } from '../../../schema/api/setup.ts'
import { setupTexts } from '../../i18n/setup.ts'
import { useTexts } from '../../lib/language.tsx'
import { useCounty } from '../../lib/session.ts'
import { useSetupProgress, useSkipSteps } from '../../lib/setup-progress.ts'
import { useFilter } from '../../lib/use-filter.ts'
import { ErrorState } from '../../ui/error-state.tsx'
import { useFailureMessage } from '../../ui/failure-message.ts'
import { AreasStep } from './steps/areas-step.tsx'
import { BoardStep } from './steps/board-step.tsx'
import { MembersStep } from './steps/members-step.tsx'
import { PostsStep } from './steps/posts-step.tsx'
import { RoundStep } from './steps/round-step.tsx'
import { UnitsStep } from './steps/units-step.tsx'

const pages: Record<SetupStep, () => ReactNode> = {
  areas: () => <AreasStep />,
  posts: () => <PostsStep />,
  units: () => <UnitsStep />,
  board: () => <BoardStep />,
  members: () => <MembersStep />,
  round: () => <RoundStep />,
}

/** A county's way to its first round, step by step: any step can be skipped, and come back to whenever. */
export function Wizard() {
  const t = useTexts(setupTexts)
  const { may } = useCounty()
  const filter = useFilter()
  const progress = useSetupProgress()
  const skip = useSkipSteps()
  const failed = useFailureMessage()
  if (progress.error && !progress.data)
    return <ErrorState error={progress.error} retry={() => progress.refetch()} />
  if (!progress.data) return <div className="loading" />
  const { steps, next } = progress.data
  const wanted = setupSteps.find((key) => key === filter.get('step'))
  const open = wanted ?? next ?? 'areas'
  const current = steps.find(({ key }) => key === open)
  const following = setupSteps[setupSteps.indexOf(open) + 1]
  const skipped = steps.filter(({ state }) => state === 'skipped').map(({ key }) => key)
  const goOn = () => filter.set('step', following ?? '')
  const skipThis = () => skip.mutate([...skipped, open], { onSuccess: goOn, onError: failed })
  const unskip = () =>
    skip.mutate(
      skipped.filter((key) => key !== open),
      { onError: failed },
    )
  return (
    <div className="wizard">
      <nav aria-label={t('steps')}>
        <ol>
          {steps.map(({ key, state }) => (
            <li key={key}>
              <button
                type="button"
                className={`wizard-step ${state}`}
                aria-current={key === open ? 'step' : undefined}
                onClick={() => filter.set('step', key)}
              >
                <span className="wizard-mark" aria-hidden="true">
                  {state === 'done' ? '✓' : state === 'skipped' ? '–' : ''}
                </span>
                <span>{t(`step_${key}`)}</span>
                <span className="soft">{t(`state_${state}`)}</span>
              </button>
            </li>
          ))}
        </ol>
        {next === null && <p role="status">{t('allDone')}</p>}
      </nav>
      <section aria-labelledby="wizard-step" className="wizard-body">
        <h2 id="wizard-step">{t(`step_${open}`)}</h2>
        <p className="soft">{t(`about_${open}`)}</p>
        {pages[open]()}
        <div className="wizard-foot">
          {following && (
            <Button type={current?.state === 'todo' ? 'default' : 'primary'} onClick={goOn}>
              {t('goOn', { step: t(`step_${following}`) })}
            </Button>
          )}
          {may('setup.write') && current?.state === 'todo' && (
            <Button loading={skip.isPending} onClick={skipThis}>
              {t('skip')}
            </Button>
          )}
          {may('setup.write') && current?.state === 'skipped' && (
            <Button loading={skip.isPending} onClick={unskip}>
              {t('unskip')}
            </Button>
          )}
        </div>
      </section>
    </div>
  )
}
