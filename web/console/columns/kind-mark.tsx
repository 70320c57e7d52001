import { AlertOutlined, LikeOutlined } from '@ant-design/icons'
import type { ColumnArticle } from '../../../schema/api/columns.ts'
import { columnsTexts } from '../../i18n/columns.ts'
import { useDates } from '../../lib/dates.ts'
import { useTexts } from '../../lib/language.tsx'
import { useNow } from '../../lib/use-now.ts'

/** Which column, as icon and word. */
export function KindMark({ kind }: Pick<ColumnArticle, 'kind'>) {
  const t = useTexts(columnsTexts)
  return (
    <span className="kind-mark">
      {kind === 'practice' ? <LikeOutlined aria-hidden /> : <AlertOutlined aria-hidden />} {t(`kind_${kind}`)}
    </span>
  )
}

/** How far an article is; while it stands in the column, how long it still does. */
export function StateWords({ article }: { article: ColumnArticle }) {
  const t = useTexts(columnsTexts)
  const dates = useDates()
  const now = useNow()
  const { state, endsAt, at } = article
  return (
    <span>
      {t(`state_${state}`)} ·{' '}
      <span className="soft">{endsAt === null ? dates.momentShort(at) : dates.left(endsAt, now)}</span>
    </span>
  )
}
