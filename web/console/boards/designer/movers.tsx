import type { RoundInput } from '../../../../schema/api/ranking.ts'
import type { PolicyEffect } from '../../../../worker/domain/ranking/policy-effect.ts'
import { policyTexts } from '../../../i18n/policy.ts'
import { useAreas } from '../../../lib/county-areas.ts'
import { useTexts } from '../../../lib/language.tsx'
import { villageName } from '../../../ui/ranking-words.ts'

/** So many are listed; the rest stand behind "and n more". */
const listed = 30

type Props = { title: string; subjects: readonly string[]; input: RoundInput; effect: PolicyEffect }

/** Who would change colour one way: name, township, and the rank then and now. */
export function Movers({ title, subjects, input, effect }: Props) {
  const t = useTexts(policyTexts)
  const areas = useAreas().data
  if (subjects.length === 0) return null
  const roster = new Map(input.subjects.map((subject) => [subject.code, subject]))
  const moves = new Map(effect.moves.map((move) => [move.subject, move]))
  return (
    <details className="movers" open={subjects.length <= 12}>
      <summary>{t('movers', { title, n: subjects.length })}</summary>
      <ul>
        {subjects.slice(0, listed).map((subject) => {
          // A round's inputs hold no names, only ids.
          const { township = '' } = roster.get(subject) ?? {}
          const name = areas?.byId.get(subject)?.name ?? subject
          const { before, after } = moves.get(subject) ?? {}
          return (
            <li key={subject}>
              {villageName(name)} <span className="soft">{areas?.byId.get(township)?.name}</span>{' '}
              <span className="number">
                {t('ranks', { from: before?.rank ?? t('noRank'), to: after?.rank ?? t('noRank') })}
              </span>
            </li>
          )
        })}
      </ul>
      {subjects.length > listed && <p className="soft">{t('more', { n: subjects.length - listed })}</p>}
    </details>
  )
}
