import { Alert, App, Button, Input } from 'antd'
import { useState } from 'react'
import { Link } from 'react-router'
import { roundsTexts } from '../../../i18n/rounds.ts'
import { answer, api } from '../../../lib/api.ts'
import { useTexts } from '../../../lib/language.tsx'
import { ApiProblem } from '../../../lib/problem.ts'
import { useCounty } from '../../../lib/session.ts'
import { useChange } from '../../../lib/use-change.ts'
import { ErrorState } from '../../../ui/error-state.tsx'
import { useSourceName, villageName } from '../../../ui/ranking-words.ts'
import { useObjections, useReports } from '../queries.ts'
import type { OfRound } from '../round-page.tsx'

type Blocked = { missing: { source: string; subjects: string[] }[]; objections: string[] }

/** Publishes a closed round. What holds it up is listed; a reason lifts it. */
export function Publish({ round, board }: OfRound) {
  const t = useTexts(roundsTexts)
  const { county } = useCounty()
  const { modal, message } = App.useApp()
  const [waive, setWaive] = useState('')
  const expected = useExpected(round.id)
  const publishing = useChange({
    send: (reason: string, options) =>
      answer(
        api.counties[':county'].rounds[':id'].publication.$put(
          { param: { county, id: round.id }, json: reason === '' ? {} : { waive: reason } },
          options,
        ),
      ),
    renews: [
      [county, 'rounds', round.id],
      [county, 'boards'],
      [county, 'consequences'],
    ],
    done: () => message.success(t('publishedNow')),
  })
  const refused = blockedBy(publishing.error)
  const blocked = expected.blocked || refused !== undefined
  const ask = () =>
    modal.confirm({
      title: t('publishAsk', { no: round.no }),
      content: t('publishSay'),
      okText: t('publish'),
      onOk: () => publishing.mutate(blocked ? waive.trim() : ''),
    })
  return (
    <div className="narrow">
      <Alert
        type={blocked ? 'warning' : 'info'}
        showIcon
        title={t(blocked ? 'blockedTitle' : 'readyTitle')}
        description={
          <>
            <p>{t(blocked ? 'blockedHint' : 'readyHint')}</p>
            {refused ? <Refused blocked={refused} round={round} board={board} /> : expected.said}
            {blocked && <Ways />}
          </>
        }
      />
      {blocked && (
        <Input.TextArea
          aria-label={t('waive')}
          placeholder={t('waive')}
          rows={2}
          maxLength={1000}
          value={waive}
          onChange={({ target }) => setWaive(target.value)}
        />
      )}
      {publishing.error && !refused && <ErrorState error={publishing.error} />}
      <p>
        <Button
          type="primary"
          loading={publishing.isPending}
          disabled={blocked && waive.trim() === ''}
          onClick={ask}
        >
          {t(blocked ? 'publishAnyway' : 'publish')}
        </Button>
      </p>
    </div>
  )
}

/** What will hold the publication up as far as the page knows; the server has the last word. */
function useExpected(round: string) {
  const t = useTexts(roundsTexts)
  const name = useSourceName()
  const lacking = (useReports(round).data?.sources ?? []).filter(
    ({ required, missingSubjects }) => required && missingSubjects > 0,
  )
  const pending = (useObjections(round).data ?? []).filter(({ state }) => state === 'pending')
  const said = (
    <ul>
      {lacking.map(({ source, missingSubjects, reporters }) => {
        const names = reporters.filter(({ state }) => state === 'missing').map((reporter) => reporter.name)
        const params = { source: name(source), n: missingSubjects, names: names.join('、') }
        // Everybody may have reported and yet left somebody out.
        return <li key={source}>{t(names.length > 0 ? 'blockedSource' : 'blockedSourceSome', params)}</li>
      })}
      {pending.length > 0 && <li>{t('blockedObjections', { n: pending.length })}</li>}
    </ul>
  )
  return { blocked: lacking.length > 0 || pending.length > 0, said }
}

/** To where what holds it up is settled. */
function Ways() {
  const t = useTexts(roundsTexts)
  return (
    <p className="toolbar">
      <Link to="?tab=reports">{t('toReports')}</Link>
      <Link to="?tab=objections">{t('toObjections')}</Link>
    </p>
  )
}

function Refused({ blocked, round }: OfRound & { blocked: Blocked }) {
  const t = useTexts(roundsTexts)
  const name = useSourceName()
  const nameOf = (id: string) => villageName(round.roster.find((entry) => entry.id === id)?.name ?? id)
  return (
    <ul>
      {blocked.missing.map(({ source, subjects }) => {
        const names = subjects.slice(0, 20).map(nameOf).join('、')
        const more = subjects.length > 20 ? t('andMore') : ''
        return (
          <li key={source}>
            {t('blockedSource', { source: name(source), n: subjects.length, names: names + more })}
          </li>
        )
      })}
      {blocked.objections.length > 0 && <li>{t('blockedObjections', { n: blocked.objections.length })}</li>}
    </ul>
  )
}

function blockedBy(error: Error | null): Blocked | undefined {
  if (!(error instanceof ApiProblem) || error.code !== 'publication-blocked') return undefined
  const { missing = [], objections = [] } = error.document as Partial<Blocked>
  return { missing, objections }
}
