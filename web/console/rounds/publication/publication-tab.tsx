import { App, Button } from 'antd'
import { Link } from 'react-router'
import { roundsTexts } from '../../../i18n/rounds.ts'
import { answer, api } from '../../../lib/api.ts'
import { useDates } from '../../../lib/dates.ts'
import { useTexts } from '../../../lib/language.tsx'
import { useCounty } from '../../../lib/session.ts'
import { useChange } from '../../../lib/use-change.ts'
import { EmptyState } from '../../../ui/empty-state.tsx'
import { ErrorState } from '../../../ui/error-state.tsx'
import { useMayKeep } from '../may-keep.ts'
import type { OfRound } from '../round-page.tsx'
import { Extension } from './extension.tsx'
import { Publish } from './publish.tsx'

/** Closing a round, moving its closing time, and publishing it. */
export function PublicationTab({ round, board }: OfRound) {
  const t = useTexts(roundsTexts)
  const dates = useDates()
  const keeps = useMayKeep({ round, board }, 'publication.write')
  if (round.state === 'published') {
    const at = dates.moment(round.publishedAt ?? round.closesAt)
    return (
      <>
        <p>{t('alreadyPublished', { n: round.revision, at })}</p>
        <p className="toolbar">
          <Link to="?tab=standings">{t('toStandings')}</Link>
          <Link to="?tab=revisions">{t('toRevisions')}</Link>
        </p>
      </>
    )
  }
  if (!keeps) return <p className="soft">{t('readOnly')}</p>
  if (round.state === 'closed') return <Publish round={round} board={board} />
  return (
    <EmptyState
      title={t('closesAt', { at: dates.momentShort(round.closesAt) })}
      hint={t('notClosed')}
      action={
        <div className="toolbar centred">
          <CloseNow round={round} board={board} />
          <Extension round={round} />
        </div>
      }
    />
  )
}

function CloseNow({ round }: OfRound) {
  const t = useTexts(roundsTexts)
  const { county } = useCounty()
  const { modal } = App.useApp()
  const closing = useChange({
    send: (_: undefined, options) =>
      answer(
        api.counties[':county'].rounds[':id'].closure.$put(
          { param: { county, id: round.id }, json: {} },
          options,
        ),
      ),
    renews: [
      [county, 'rounds', round.id],
      [county, 'boards'],
    ],
  })
  const ask = () =>
    modal.confirm({
      title: t('closeAsk'),
      content: t('closeSay'),
      okText: t('close'),
      onOk: () => closing.mutate(undefined),
    })
  return (
    <>
      <Button type="primary" loading={closing.isPending} onClick={ask}>
        {t('close')}
      </Button>
      {closing.error && <ErrorState error={closing.error} />}
    </>
  )
}
