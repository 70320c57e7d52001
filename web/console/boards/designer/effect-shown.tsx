import { Alert } from 'antd'
import type { Policy, RoundInput, Standings } from '../../../../schema/api/ranking.ts'
import { propose } from '../../../../worker/domain/consequences/propose.ts'
import type { PolicyEffect } from '../../../../worker/domain/ranking/policy-effect.ts'
import { policyTexts } from '../../../i18n/policy.ts'
import { rankingTexts } from '../../../i18n/ranking.ts'
import { uiTexts } from '../../../i18n/ui.ts'
import { useTexts } from '../../../lib/language.tsx'
import { useSourceName } from '../../../ui/ranking-words.ts'
import { Movers } from './movers.tsx'
import { TownshipCounts } from './township-counts.tsx'

type Props = { input: RoundInput; before: Standings; policy: Policy; effect: PolicyEffect }

/** What would be different: who turns which colour, how many everywhere, how far places move, what would follow. */
export function EffectShown({ input, before, policy, effect }: Props) {
  const t = useTexts(policyTexts)
  const name = useSourceName()
  const { turned, noLonger, movement } = effect
  const recoloured = turned.red.length + turned.green.length + noLonger.red.length + noLonger.green.length
  const names = (keys: readonly string[]) => keys.map(name).join(t('comma'))
  return (
    <>
      <p role="status" className="verdict">
        <strong>
          {recoloured === 0
            ? t('sameColours')
            : t('verdict', {
                ...{ red: turned.red.length, notRed: noLonger.red.length },
                ...{ green: turned.green.length, notGreen: noLonger.green.length },
              })}
        </strong>{' '}
        {movement.moved === 0
          ? t('nobodyMoves')
          : t('moves', {
              n: movement.moved,
              mean: movement.mean.toFixed(1),
              most: movement.furthest,
            })}
      </p>
      {effect.silent.length > 0 && (
        <Alert type="warning" title={t('silent', { sources: names(effect.silent) })} />
      )}
      {effect.reread.length > 0 && (
        <Alert type="warning" title={t('reread', { sources: names(effect.reread) })} />
      )}
      {effect.after.bandsClamped && <Alert type="warning" title={t('clamped')} />}
      <Counts effect={effect} />
      <Movers title={t('turnedRed')} subjects={turned.red} {...{ input, effect }} />
      <Movers title={t('noLongerRed')} subjects={noLonger.red} {...{ input, effect }} />
      <Movers title={t('turnedGreen')} subjects={turned.green} {...{ input, effect }} />
      <Movers title={t('noLongerGreen')} subjects={noLonger.green} {...{ input, effect }} />
      <TownshipCounts effect={effect} />
      <Consequences {...{ input, before, policy, effect }} />
    </>
  )
}

/** 红 30 → 28 … 临界 12 → 15 */
function Counts({ effect: { counts, borderline } }: Pick<Props, 'effect'>) {
  const t = useTexts(policyTexts)
  const ui = useTexts(uiTexts)
  const rows = [
    ...(['green', 'yellow', 'red', 'unranked'] as const).map((band) => ({
      ...{ key: band, label: ui(band), before: counts.before[band], after: counts.after[band] },
    })),
    { key: 'borderline', label: t('borderline'), ...borderline },
  ]
  return (
    <table className="effect-counts">
      <thead>
        <tr>
          {rows.map(({ key, label }) => (
            <th key={key} scope="col">
              {label}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        <tr>
          {rows.map(({ key, before, after }) => (
            <td key={key}>{before === after ? after : t('fromTo', { from: before, to: after })}</td>
          ))}
        </tr>
      </tbody>
    </table>
  )
}

/** How much the rules after publication would have set in motion, kind by kind. */
function Consequences({ input, before, policy, effect }: Props) {
  const t = useTexts(policyTexts)
  const words = useTexts(rankingTexts)
  const roster = input.subjects.map(({ code, name, township }) => ({
    ...{ id: code, name, township, townshipName: township },
  }))
  const count = (standings: Standings, rules: Policy['consequences'], kind: string) =>
    propose(standings, rules ?? [], roster).filter((one) => one.kind === kind).length
  const kinds = (['reminder', 'notice', 'interview', 'commend'] as const)
    .map((kind) => ({
      ...{ kind, was: count(before, input.policy.consequences, kind) },
      is: count(effect.after, policy.consequences, kind),
    }))
    .filter(({ was, is }) => was + is > 0)
  if (kinds.length === 0) return <p className="soft">{t('nothingFollows')}</p>
  return (
    <p>
      {t('follows')}{' '}
      {kinds
        .map(
          ({ kind, was, is }) =>
            `${words(`consequence_${kind}`)} ${was === is ? is : t('fromTo', { from: was, to: is })}`,
        )
        .join(t('comma'))}
    </p>
  )
}
