import { useQuery } from '@tanstack/react-query'
import { Button, Segmented, Spin } from 'antd'
import { useState } from 'react'
import { Link, useSearchParams } from 'react-router'
import type { PhotoFlag, PhotoFlagChange } from '../../../../schema/api/photos.ts'
import { issuesTexts } from '../../../i18n/issues.ts'
import { answer, api } from '../../../lib/api.ts'
import { useDates } from '../../../lib/dates.ts'
import { useTexts } from '../../../lib/language.tsx'
import { useCounty } from '../../../lib/session.ts'
import { useChange } from '../../../lib/use-change.ts'
import { EmptyState } from '../../../ui/empty-state.tsx'
import { ErrorState } from '../../../ui/error-state.tsx'
import { PhotoGallery } from '../../../ui/photos/photo-gallery.tsx'
import { villageName } from '../../../ui/ranking-words.ts'
import { ReasonDialog } from '../../../ui/reason-dialog.tsx'

const flags = api.counties[':county'].photos.flags
const states = ['open', 'cleared', 'confirmed'] as const
type State = (typeof states)[number]

/** One picture used for two places: for a human to look at, who says whether something is wrong. */
export function PhotoFlags() {
  const t = useTexts(issuesTexts)
  const { county } = useCounty()
  const [params, setParams] = useSearchParams()
  const state = states.find((one) => one === params.get('state')) ?? 'open'
  const { data, error, refetch } = useQuery({
    queryKey: [county, 'photo-flags', state],
    queryFn: () => answer(flags.$get({ param: { county }, query: { state, limit: '100' } })),
  })
  return (
    <>
      <p className="soft">{t('flagsHint')}</p>
      <div className="toolbar">
        <Segmented<State>
          aria-label={t('tab_photos')}
          value={state}
          onChange={(next) => setParams({ tab: 'photos', state: next }, { replace: true })}
          options={states.map((value) => ({ value, label: t(`flag_${value}`) }))}
        />
      </div>
      {error && !data && <ErrorState error={error} retry={() => refetch()} />}
      {!data && !error && <Spin />}
      {data?.items.length === 0 && <EmptyState title={t('noFlags')} hint={t('noFlagsHint')} />}
      <ul className="issue-list">
        {data?.items.map((flag) => (
          <li key={flag.sha256}>
            <Flag flag={flag} />
          </li>
        ))}
      </ul>
    </>
  )
}

function Flag({ flag }: { flag: PhotoFlag }) {
  const t = useTexts(issuesTexts)
  const dates = useDates()
  const { county } = useCounty()
  const [judging, setJudging] = useState<PhotoFlagChange['state']>()
  return (
    <article className="photo-flag">
      <PhotoGallery photos={flag.uses.slice(0, 1).map(({ photo }) => photo)} />
      <div>
        <b>{flag.areas.map(({ name }) => villageName(name)).join(t('comma'))}</b>
        <ul>
          {flag.uses.map(({ target, targetId, area, at }) => (
            <li key={`${target} ${targetId}`}>
              {dates.moment(at)} {villageName(flag.areas.find(({ id }) => id === area)?.name ?? '')}{' '}
              {target === 'issue' || target === 'inspection' ? (
                <Link to={`/${county}/${target}s/${targetId}`}>{t(`target_${target}`)}</Link>
              ) : (
                t('target_other')
              )}
            </li>
          ))}
        </ul>
        {flag.note !== null && <p className="issue-note">{flag.note}</p>}
        {flag.state === 'open' && (
          <div className="toolbar">
            <Button onClick={() => setJudging('cleared')}>{t('judge_cleared')}</Button>
            <Button danger onClick={() => setJudging('confirmed')}>
              {t('judge_confirmed')}
            </Button>
          </div>
        )}
      </div>
      {judging && <Judge flag={flag} state={judging} close={() => setJudging(undefined)} />}
    </article>
  )
}

type JudgeProps = { flag: PhotoFlag; state: PhotoFlagChange['state']; close: () => void }

function Judge({ flag: { sha256 }, state, close }: JudgeProps) {
  const t = useTexts(issuesTexts)
  const { county } = useCounty()
  const judge = useChange({
    send: (json: PhotoFlagChange, options) =>
      answer(flags[':sha256'].$patch({ param: { county, sha256 }, json }, options)),
    renews: [[county, 'photo-flags']],
    done: close,
  })
  return (
    <ReasonDialog
      title={t(`judge_${state}`)}
      submitLabel={t('submit')}
      label={t('judgeNote')}
      hint={t(`judgeHint_${state}`)}
      optional={state !== 'confirmed'}
      busy={judge.isPending}
      error={judge.error}
      submit={(note) => judge.mutate({ state, ...(note === '' ? {} : { note }) })}
      close={close}
    />
  )
}
