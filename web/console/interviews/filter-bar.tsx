import { Segmented } from 'antd'
import { ConsequenceKind } from '../../../schema/api/ranking.ts'
import { interviewsTexts } from '../../i18n/interviews.ts'
import { rankingTexts } from '../../i18n/ranking.ts'
import { useTexts } from '../../lib/language.tsx'
import { Choice } from './choice.tsx'
import { dues, type Filters, type ShownState, shownStates } from './filters.ts'
import { usePublishedRounds } from './queries.ts'
import { TownshipChoice } from './township-choice.tsx'

type Props = {
  filters: Filters
  change: (changed: Partial<Filters>) => void
  /** The board has a column for each. */
  withoutState?: boolean
}

/** Narrows the list by state, kind, round, township and how pressing it is. */
export function FilterBar({ filters: { state, kind, round, township, due }, change, withoutState }: Props) {
  const t = useTexts(interviewsTexts)
  const words = useTexts(rankingTexts)
  const rounds = usePublishedRounds()
  return (
    <div className="toolbar">
      {!withoutState && (
        <Segmented<ShownState>
          aria-label={t('state')}
          value={state}
          onChange={(next) => change({ state: next, due: next === 'proposed' ? due : undefined })}
          options={shownStates.map((value) => ({ value, label: t(`state_${value}`) }))}
        />
      )}
      <Choice
        label={t('kind')}
        none={t('everyKind')}
        value={kind}
        options={ConsequenceKind.options.map((value) => ({ value, label: words(`consequence_${value}`) }))}
        choose={(next) => change({ kind: next })}
      />
      <Choice
        label={t('ofRound')}
        none={t('everyRound')}
        value={round}
        options={[...rounds].map(([value, { board, no }]) => ({
          value,
          label: `${board} ${words('round', { no })}`,
        }))}
        choose={(next) => change({ round: next })}
      />
      <TownshipChoice value={township} choose={(next) => change({ township: next })} />
      {!withoutState && state === 'proposed' && (
        <Choice
          label={t('due')}
          none={t('everyDue')}
          value={due}
          options={dues.map((value) => ({ value, label: t(`due_${value}`) }))}
          choose={(next) => change({ due: next })}
        />
      )}
    </div>
  )
}
