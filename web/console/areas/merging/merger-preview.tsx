import { Alert } from 'antd'
import type { Merger } from '../../../../schema/api/mergers.ts'
import { areasTexts } from '../../../i18n/areas.ts'
import { useTexts } from '../../../lib/language.tsx'

const kinds = ['children', 'posts', 'ended', 'units', 'members', 'tokens', 'issues', 'assignments'] as const

/** What a merger would move, or what stands in its way. */
export function MergerPreview({ merger: { moves, rounds, obstacles } }: { merger: Merger }) {
  const t = useTexts(areasTexts)
  if (obstacles.length > 0) {
    return (
      <Alert
        type="error"
        role="alert"
        title={t('cannotMerge')}
        description={
          <ul>
            {obstacles.map(({ code, message }) => (
              <li key={`${code} ${message}`}>{message}</li>
            ))}
          </ul>
        }
      />
    )
  }
  const moving = kinds.filter((kind) => moves[kind].length > 0)
  return (
    <div role="status">
      <p>{moving.length === 0 ? t('nothingMoves') : t('willMove')}</p>
      <ul>
        {moving.map((kind) => (
          <li key={kind}>{t(`moves_${kind}`, { n: moves[kind].length })}</li>
        ))}
      </ul>
      {rounds > 0 && <Alert type="info" showIcon title={t('roundsStay', { n: rounds })} />}
      <p className="soft">{t('pastStays')}</p>
    </div>
  )
}
