import { Table } from 'antd'
import type { RulingEffect } from '../../../../schema/api/objections.ts'
import { roundsTexts } from '../../../i18n/rounds.ts'
import { useTexts } from '../../../lib/language.tsx'
import { Band } from '../../../ui/band.tsx'
import { villageName } from '../../../ui/ranking-words.ts'
import { Streak } from '../../../ui/streak.tsx'

type Change = RulingEffect['rounds'][number]['changes'][number]

/**
 * What a correction moves, this round and later ones: new colours and streaks first, mere ranks folded away;
 * `untitled` where its place says which round.
 */
export function Effect({ effect, untitled = false }: { effect: RulingEffect; untitled?: boolean }) {
  const t = useTexts(roundsTexts)
  const { created, cancelled } = effect.consequences
  const moved = effect.rounds.some(({ changes }) => changes.length > 0)
  return (
    <div role="status">
      {!moved && <p>{t('effectNone')}</p>}
      {effect.rounds.map(({ round, no, revision, changes }) => {
        const telling = changes.filter(isTelling)
        const ranks = changes.filter((change) => !isTelling(change))
        return (
          <section key={round}>
            {!untitled && <h3>{t('effectRound', { no, revision, n: changes.length })}</h3>}
            {telling.length > 0 && <Changes changes={telling} />}
            {ranks.length > 0 && (
              <details className="effect-ranks">
                <summary>{t('effectRanks', { n: ranks.length })}</summary>
                <Changes changes={ranks} />
              </details>
            )}
          </section>
        )
      })}
      {created + cancelled > 0 && <p>{t('effectConsequences', { created, cancelled })}</p>}
    </div>
  )
}

/** Another colour, or another streak of the same one. */
function isTelling({ before, after }: Change): boolean {
  return before.band !== after.band || before.streak !== after.streak
}

function Changes({ changes }: { changes: Change[] }) {
  const t = useTexts(roundsTexts)
  return (
    <Table<Change>
      size="small"
      dataSource={changes}
      rowKey={({ subject }) => subject}
      pagination={{ pageSize: 20, hideOnSinglePage: true, showSizeChanger: false }}
      columns={[
        { key: 'village', title: t('village'), render: (_, { name }) => villageName(name) },
        { key: 'before', title: t('before'), render: (_, { before }) => <Side side={before} /> },
        { key: 'after', title: t('after'), render: (_, { after }) => <Side side={after} /> },
      ]}
    />
  )
}

function Side({ side: { rank, band, streak } }: { side: Change['before'] }) {
  const t = useTexts(roundsTexts)
  return (
    <span className="effect-side">
      <Band band={band} />
      {rank !== null && t('rankNo', { n: rank })}
      {band !== null && streak !== null && <Streak band={band} streak={streak} />}
    </span>
  )
}
