import { useQuery } from '@tanstack/react-query'
import { Select, Spin } from 'antd'
import { memo, useMemo, useState } from 'react'
import type { Board, Round } from '../../../../schema/api/boards.ts'
import type { Policy, RoundInput } from '../../../../schema/api/ranking.ts'
import { policyEffect } from '../../../../worker/domain/ranking/policy-effect.ts'
import { rank } from '../../../../worker/domain/ranking/rank.ts'
import { policyTexts } from '../../../i18n/policy.ts'
import { rankingTexts } from '../../../i18n/ranking.ts'
import { answer, api } from '../../../lib/api.ts'
import { useDates } from '../../../lib/dates.ts'
import { useTexts } from '../../../lib/language.tsx'
import { useCounty } from '../../../lib/session.ts'
import { ErrorState } from '../../../ui/error-state.tsx'
import { useRounds } from '../queries.ts'
import { EffectShown } from './effect-shown.tsx'
import type { PolicyDraft } from './use-policy.ts'

type Props = {
  draft: PolicyDraft
  /** Boards on whose rounds the policy may be tried, the nearest first. */
  boards: readonly Board[]
}

/** What the policy being designed would make of the reports of a round that has been: nothing here is stored. */
export function Trial({ draft, boards }: Props) {
  const t = useTexts(policyTexts)
  const [picked, pick] = useState<string>()
  const board = boards.find(({ id }) => id === picked) ?? boards[0]
  return (
    <section className="trial-of-policy" aria-label={t('trial')}>
      <h2>{t('trial')}</h2>
      {board === undefined ? (
        <p className="soft">{t('noGround')}</p>
      ) : (
        <>
          {boards.length > 1 && (
            <Select
              aria-label={t('groundBoard')}
              style={{ minWidth: 180 }}
              value={board.id}
              onChange={pick}
              options={boards.map(({ id, name }) => ({ value: id, label: name }))}
            />
          )}
          <OnBoard key={board.id} board={board} draft={draft} />
        </>
      )}
    </section>
  )
}

function OnBoard({ board, draft }: { board: Board; draft: PolicyDraft }) {
  const t = useTexts(policyTexts)
  const words = useTexts(rankingTexts)
  const dates = useDates()
  const [picked, pick] = useState<string>()
  const rounds = useRounds(board.id)
  if (rounds.error && !rounds.data) return <ErrorState error={rounds.error} retry={() => rounds.refetch()} />
  if (!rounds.data) return <Spin />
  const round = rounds.data.find(({ id }) => id === picked) ?? lastRound(rounds.data)
  if (!round) return <p className="soft">{t('noGround')}</p>
  return (
    <>
      <Select
        aria-label={t('groundRound')}
        style={{ minWidth: 240 }}
        value={round.id}
        onChange={pick}
        options={rounds.data.map(({ id, no, closesAt, state }) => ({
          value: id,
          label: `${words('round', { no })} · ${dates.dayShort(closesAt)} · ${words(`state_${state}`)}`,
        }))}
      />
      <OnRound key={round.id} round={round} draft={draft} />
    </>
  )
}

/** The last round whose reports are all in; where there is none yet, the one that is open. */
function lastRound(rounds: readonly Round[]): Round | undefined {
  return rounds.find(({ state }) => state !== 'open') ?? rounds[0]
}

function OnRound({ round, draft }: { round: Round; draft: PolicyDraft }) {
  const t = useTexts(policyTexts)
  const { county } = useCounty()
  const { data, error, refetch } = useQuery({
    queryKey: [county, 'rounds', round.id, 'inputs', round.revision],
    queryFn: () =>
      answer(
        api.counties[':county'].rounds[':id'].inputs.$get({ param: { county, id: round.id } }),
      ) as Promise<RoundInput>,
    staleTime: 300_000,
  })
  if (error && !data) return <ErrorState error={error} retry={() => refetch()} />
  if (!data) return <Spin />
  if (!draft.settled.sound) return <p role="status">{t('unsound')}</p>
  return <OnInput input={data} policy={draft.settled.policy} />
}

/** Ranking a county's 1,526 villages takes a millisecond or two: done anew whenever the policy has settled. */
const OnInput = memo(function OnInput({ input, policy }: { input: RoundInput; policy: Policy }) {
  const before = useMemo(() => rank(input), [input])
  const effect = useMemo(() => policyEffect(input, before, policy), [input, before, policy])
  return <EffectShown input={input} before={before} policy={policy} effect={effect} />
})
