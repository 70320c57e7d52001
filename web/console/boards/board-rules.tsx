import type { Policy } from '../../../schema/api/ranking.ts'
import { boardsTexts } from '../../i18n/boards.ts'
import { policyTexts } from '../../i18n/policy.ts'
import { rankingTexts } from '../../i18n/ranking.ts'
import { rolesTexts } from '../../i18n/roles.ts'
import { uiTexts } from '../../i18n/ui.ts'
import { useTexts } from '../../lib/language.tsx'
import { useSourceName } from '../../ui/ranking-words.ts'

/** A policy in words: what is merged with what weight, where the bands end, what follows. */
export function BoardRules({ policy }: { policy: Policy }) {
  const t = useTexts(boardsTexts)
  const p = useTexts(policyTexts)
  const words = useTexts(rankingTexts)
  const name = useSourceName()
  const { green, red } = policy.bands
  const side = (k: number | undefined, percent: number | undefined, of: 'ruleTop' | 'ruleBottom') =>
    percent !== undefined ? t('rulePercent', { n: percent }) : k ? t(of, { n: k }) : t('ruleNone')
  const greenSaid = side(
    green && 'top' in green ? green.top : undefined,
    green && 'percent' in green ? green.percent : undefined,
    'ruleTop',
  )
  const redSaid = side(
    red && 'bottom' in red ? red.bottom : undefined,
    red && 'percent' in red ? red.percent : undefined,
    'ruleBottom',
  )
  const ties = policy.tieBreakers.map(name).join('、') || t('noTies')
  const { guards } = policy
  return (
    <div className="rules">
      <table>
        <thead>
          <tr>
            <th scope="col">{t('source')}</th>
            <th scope="col">{t('kind')}</th>
            <th scope="col">{t('scope')}</th>
            <th scope="col" className="number">
              {t('weight')}
            </th>
            <th scope="col">{t('required')}</th>
          </tr>
        </thead>
        <tbody>
          {policy.sources.map(({ key, kind, scope, weight, required, exposed, derivedFrom }) => (
            <tr key={key}>
              <th scope="row">{name(key)}</th>
              <td>
                {words(`kind_${kind}`)}
                {exposed && ` · ${t('exposed')}`}
                {derivedFrom && ` · ${p(`from_${derivedFrom}`)}`}
              </td>
              <td>{words(`scope_${scope}`)}</td>
              <td className="number">{weight}</td>
              <td>{required && t('required')}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <ul>
        <li>
          {p(policy.method)}
          {t('colon')}
          {p(`hint_${policy.method}`)}
        </li>
        <li>{t('ruleBands', { green: greenSaid, red: redSaid })}</li>
        <li>{t('ruleMin', { n: policy.minSources, ties })}</li>
        {guards?.greenAtLeast !== undefined && (
          <li>{t('ruleGuardGreen', { source: name(guards.source), n: guards.greenAtLeast })}</li>
        )}
        {guards?.redBelow !== undefined && (
          <li>{t('ruleGuardRed', { source: name(guards.source), n: guards.redBelow })}</li>
        )}
      </ul>
      <Consequences policy={policy} />
    </div>
  )
}

function Consequences({ policy }: { policy: Policy }) {
  const t = useTexts(boardsTexts)
  const words = useTexts(rankingTexts)
  const postName = useTexts(rolesTexts)
  const band = useTexts(uiTexts)
  const rules = policy.consequences ?? []
  return (
    <>
      <h2>{t('consequences')}</h2>
      {rules.length === 0 && <p className="soft">{t('noConsequences')}</p>}
      <ul>
        {rules.map((rule) => (
          <li key={JSON.stringify(rule)}>
            {t(rule.groupBy ? 'ruleGrouped' : 'rule', {
              band: band(rule.band),
              n: rule.streakAtLeast,
              kind: words(`consequence_${rule.kind}`),
              targets: rule.targets.map((post) => postName(post)).join('、'),
              days: rule.dueInDays,
            })}
          </li>
        ))}
      </ul>
    </>
  )
}
