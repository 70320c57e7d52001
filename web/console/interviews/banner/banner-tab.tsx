import { useQuery } from '@tanstack/react-query'
import { Button, Spin } from 'antd'
import { useNavigate, useSearchParams } from 'react-router'
import { interviewsTexts } from '../../../i18n/interviews.ts'
import { answer, api } from '../../../lib/api.ts'
import { useBoards } from '../../../lib/boards.ts'
import { useTexts } from '../../../lib/language.tsx'
import { useCounty } from '../../../lib/session.ts'
import { EmptyState } from '../../../ui/empty-state.tsx'
import { ErrorState } from '../../../ui/error-state.tsx'
import { Choice } from '../choice.tsx'
import { BannerHolders } from './banner-holders.tsx'
import { BannerPassings } from './banner-passings.tsx'

const ofCounty = api.counties[':county']

/** The travelling red banner: who holds it now and since when, who passed it on to whom. */
export function BannerTab() {
  const t = useTexts(interviewsTexts)
  const [params, setParams] = useSearchParams()
  const boards = useBoards()
  if (boards.error && !boards.data) return <ErrorState error={boards.error} retry={() => boards.refetch()} />
  if (!boards.data) return <Spin />
  const active = boards.data.filter((board) => board.active)
  const board = active.find(({ id }) => id === params.get('board')) ?? active[0]
  if (!board) return <EmptyState title={t('noBannerTitle')} hint={t('noBoardHint')} />
  return (
    <>
      {active.length > 1 && (
        <div className="toolbar">
          <Choice
            label={t('bannerBoard')}
            none={active[0]?.name ?? ''}
            value={board.id === active[0]?.id ? undefined : board.id}
            options={active.slice(1).map(({ id, name }) => ({ value: id, label: name }))}
            choose={(id) =>
              setParams({ tab: 'banner', ...(id === undefined ? {} : { board: id }) }, { replace: true })
            }
          />
        </div>
      )}
      <OfBoard board={board.id} />
    </>
  )
}

function OfBoard({ board }: { board: string }) {
  const t = useTexts(interviewsTexts)
  const go = useNavigate()
  const { county, may } = useCounty()
  const { data, error, refetch } = useQuery({
    queryKey: [county, 'boards', board, 'banner'],
    queryFn: () => answer(ofCounty.boards[':id'].banner.$get({ param: { county, id: board } })),
  })
  if (error && !data) return <ErrorState error={error} retry={() => refetch()} />
  if (!data) return <Spin />
  if (data.holders.length === 0 && data.passings.length === 0) {
    return (
      <EmptyState
        title={t('noBannerTitle')}
        hint={t(data.ruled ? 'noBannerYet' : 'noBannerRule')}
        action={
          !data.ruled &&
          may('board.write') && (
            <Button onClick={() => go(`/${county}/boards/${board}?tab=rules`)}>{t('toRules')}</Button>
          )
        }
      />
    )
  }
  return (
    <>
      <BannerHolders banner={data} />
      <BannerPassings banner={data} />
    </>
  )
}
