import { Button, Spin, Tabs } from 'antd'
import { Link, useParams, useSearchParams } from 'react-router'
import type { Board } from '../../../schema/api/boards.ts'
import { boardsTexts } from '../../i18n/boards.ts'
import { policyTexts } from '../../i18n/policy.ts'
import { useTexts } from '../../lib/language.tsx'
import { useCounty } from '../../lib/session.ts'
import { ErrorState } from '../../ui/error-state.tsx'
import { PageHeader } from '../../ui/page-header.tsx'
import { useCadenceWords } from '../../ui/ranking-words.ts'
import { BoardHistory } from './board-history.tsx'
import { BoardRounds } from './board-rounds.tsx'
import { BoardRules } from './board-rules.tsx'
import { BoardSettings } from './board-settings.tsx'
import { useMayKeep } from './may-keep.ts'
import { useBoard, useTownships } from './queries.ts'

/** One board: its rounds, its rules, its settings and the colours from before. */
export function BoardPage() {
  const { board: id = '' } = useParams()
  const { data, error, refetch } = useBoard(id)
  if (error && !data) return <ErrorState error={error} retry={() => refetch()} />
  return data ? <Loaded board={data} /> : <Spin />
}

function Loaded({ board }: { board: Board }) {
  const t = useTexts(boardsTexts)
  const p = useTexts(policyTexts)
  const { county } = useCounty()
  const cadenceWords = useCadenceWords()
  const mayKeep = useMayKeep(board)
  const [params, setParams] = useSearchParams()
  const owner = useTownships()?.find(({ id }) => id === board.owner)?.name ?? t('wholeCounty')
  return (
    <>
      <PageHeader
        title={board.name}
        hint={[owner, cadenceWords(board.cadence), t(board.visibility), board.active ? '' : t('retired')]
          .filter((word) => word !== '')
          .join(' · ')}
        actions={
          board.visibility === 'public' && (
            <Button href={`/c/${county}/boards/${board.id}`} target="_blank">
              {t('publicPage')}
            </Button>
          )
        }
      />
      <Tabs
        activeKey={params.get('tab') ?? 'rounds'}
        onChange={(tab) => setParams({ tab }, { replace: true })}
        items={[
          { key: 'rounds', label: t('rounds'), children: <BoardRounds board={board} /> },
          {
            key: 'rules',
            label: t('rules'),
            children: (
              <>
                {mayKeep && (
                  <div className="toolbar">
                    <Link to={`/${county}/boards/${board.id}/design`}>
                      <Button type="primary">{p('open')}</Button>
                    </Link>
                  </div>
                )}
                <BoardRules policy={board.policy} />
              </>
            ),
          },
          ...(mayKeep
            ? [
                { key: 'settings', label: t('settings'), children: <BoardSettings board={board} /> },
                { key: 'history', label: t('history'), children: <BoardHistory board={board} /> },
              ]
            : []),
        ]}
      />
    </>
  )
}
