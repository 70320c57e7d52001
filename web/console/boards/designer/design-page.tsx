import { App, Button, Spin } from 'antd'
import { Link, useParams } from 'react-router'
import type { Board } from '../../../../schema/api/boards.ts'
import { boardsTexts } from '../../../i18n/boards.ts'
import { policyTexts } from '../../../i18n/policy.ts'
import { answer, api } from '../../../lib/api.ts'
import { useTexts } from '../../../lib/language.tsx'
import { useCounty } from '../../../lib/session.ts'
import { useChange } from '../../../lib/use-change.ts'
import { ErrorState } from '../../../ui/error-state.tsx'
import { PageHeader } from '../../../ui/page-header.tsx'
import { Unsaved } from '../../../ui/unsaved.tsx'
import { useMayKeep } from '../may-keep.ts'
import { useBoard, useRounds } from '../queries.ts'
import { Warnings } from '../warnings.tsx'
import './designer.css'
import { PolicyFields } from './policy-fields.tsx'
import { policyOf, valuesOf } from './policy-values.ts'
import { Trial } from './trial.tsx'
import { usePolicy } from './use-policy.ts'

/** `/boards/{id}/design`: a board's rules as fields, and beside them what every change would do; saved at the end. */
export default function DesignPage() {
  const { board: id = '' } = useParams()
  const { data, error, refetch } = useBoard(id)
  if (error && !data) return <ErrorState error={error} retry={() => refetch()} />
  return data ? <Designer board={data} /> : <Spin />
}

function Designer({ board }: { board: Board }) {
  const t = useTexts(boardsTexts)
  const p = useTexts(policyTexts)
  const { county } = useCounty()
  const mayKeep = useMayKeep(board)
  const draft = usePolicy(board.policy)
  const saving = useSaved(board)
  // The rules in force go through the fields too: the same policy may hold its members in another order.
  const unchanged = JSON.stringify(draft.policy) === JSON.stringify(policyOf(valuesOf(board.policy)))
  return (
    <>
      <PageHeader
        title={p('title', { board: board.name })}
        hint={
          <>
            {p('lead')} <Link to={`/${county}/boards/${board.id}?tab=rules`}>{p('back')}</Link>
          </>
        }
      />
      <div className="designer">
        <div>
          <PolicyFields draft={draft} />
          {saving.error && <ErrorState error={saving.error} />}
          {saving.data && <Warnings of={saving.data} />}
          {mayKeep && (
            <>
              <p>
                <TakesEffect board={board} />
              </p>
              <div className="toolbar">
                <Button
                  type="primary"
                  disabled={!draft.sound || unchanged}
                  loading={saving.isPending}
                  onClick={() => saving.mutate(draft.policy)}
                >
                  {t('save')}
                </Button>
                <Button disabled={unchanged} onClick={() => draft.restart(board.policy)}>
                  {p('restart')}
                </Button>
                <span className="soft">{unchanged ? p('unchanged') : p('unsaved')}</span>
              </div>
            </>
          )}
        </div>
        <Trial draft={draft} boards={[board]} />
      </div>
      <Unsaved unsaved={mayKeep && !unchanged} />
    </>
  )
}

function useSaved({ id }: Board) {
  const t = useTexts(boardsTexts)
  const { county } = useCounty()
  const { message } = App.useApp()
  return useChange({
    send: (policy: Board['policy'], options) =>
      answer(
        api.counties[':county'].boards[':id'].$patch({ param: { county, id }, json: { policy } }, options),
      ),
    renews: [
      [county, 'boards'],
      [county, 'rounds'],
    ],
    done: () => message.success(t('saved')),
  })
}

/** A round still open takes the new rules over; those closed or published keep theirs. */
function TakesEffect({ board }: { board: Board }) {
  const p = useTexts(policyTexts)
  const open = useRounds(board.id).data?.find(({ state }) => state === 'open')
  return open ? p('effectOpen', { no: open.no }) : p('effectNext')
}
