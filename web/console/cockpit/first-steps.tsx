import { useQuery } from '@tanstack/react-query'
import { Button, Progress } from 'antd'
import { type ReactNode, useState } from 'react'
import { Link } from 'react-router'
import { cockpitTexts } from '../../i18n/cockpit.ts'
import { answer, api } from '../../lib/api.ts'
import { useUnits } from '../../lib/county-areas.ts'
import { useTexts } from '../../lib/language.tsx'
import { useCounty, useSetup } from '../../lib/session.ts'
import { useBoards, useNewestRound } from './boards.ts'

type Step = {
  key: 'areas' | 'units' | 'posts' | 'board' | 'members' | 'round'
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
        <Button type="link" onClick={() => setHidden(false)}>
          {t('show')}
        </Button>
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
        <Button type="text" onClick={() => setHidden(true)}>
          {t('hide')}
        </Button>
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

/** Undefined until enough is known to say what is next. */
function useSteps(): Step[] | undefined {
  const t = useTexts(cockpitTexts)
  const { county } = useCounty()
  const setup = useSetup().data?.setup
  const units = useUnits().data
  const boards = useBoards().data
  const round = useNewestRound(boards?.[0]?.id).data
  const members = useQuery({
    queryKey: [county, 'members', 'some'],
    queryFn: async () =>
      (await answer(api.counties[':county'].members.$get({ param: { county }, query: { limit: '500' } })))
        .items,
  }).data
  const posts = useQuery({
    queryKey: [county, 'posts', 'some'],
    queryFn: async () =>
      (await answer(api.counties[':county'].posts.$get({ param: { county }, query: { limit: '1' } }))).items,
  }).data
  if (!setup || !units || !boards || !members || !posts) return undefined
  const step = (
    key: Step['key'],
    to: string,
    done: boolean,
    said: [done: string, todo: ReactNode],
  ): Step => ({
    key,
    to,
    done,
    said: said[done ? 0 : 1],
  })
  return [
    step('areas', 'areas', setup.areas === 'ready', [t('areasDone', setup), <Importing key="areas" />]),
    step('units', 'units', units.length > 0, [t('unitsDone', { n: units.length }), t('unitsTodo')]),
    step('posts', 'posts', posts.length > 0, [t('postsDone'), t('postsTodo')]),
    step('board', 'boards', boards.length > 0, [t('boardDone', { n: boards.length }), t('boardTodo')]),
    step('members', 'members', members.length > 1, [
      t('membersDone', { n: members.length }),
      t('membersTodo'),
    ]),
    step('round', 'boards', Boolean(round), [t('roundDone'), t('roundTodo')]),
  ]
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
      <Progress
        aria-hidden="true"
        size="small"
        showInfo={false}
        percent={total === 0 ? 0 : Math.round((100 * villages) / total)}
      />
    </span>
  )
}
