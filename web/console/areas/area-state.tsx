import { Tag } from 'antd'
import { areasTexts } from '../../i18n/areas.ts'
import { useAreas } from '../../lib/county-areas.ts'
import { useTexts } from '../../lib/language.tsx'
import type { AreaRow } from './area-rows.ts'

/** In use, retired, or merged into another. */
export function AreaState({ area: { active, mergedInto, placeholder } }: { area: AreaRow }) {
  const t = useTexts(areasTexts)
  const areas = useAreas().data
  if (placeholder) return null
  if (active) return t('active')
  if (!mergedInto) return <Tag>{t('retired')}</Tag>
  return <Tag>{t('merged', { name: areas?.byId.get(mergedInto)?.name ?? t('another') })}</Tag>
}
