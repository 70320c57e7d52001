import { DownOutlined } from '@ant-design/icons'
import { Button, Dropdown } from 'antd'
import type { Area } from '../../../schema/api/areas.ts'
import { areasTexts } from '../../i18n/areas.ts'
import { useTexts } from '../../lib/language.tsx'
import type { AddedLevel } from './add-area.tsx'
import type { OpenDialog } from './areas-page.tsx'
import { useMerger } from './merging/use-merger.ts'
import { useChangeArea } from './use-change-area.ts'

/** What may be added directly beneath an area of each level. */
const addable: Partial<Record<Area['level'], readonly AddedLevel[]>> = {
  township: ['village', 'grid'],
  village: ['village_group', 'grid'],
  village_group: ['grid'],
  grid: ['grid'],
}

/** What can be done to one area. */
export function AreaActions({ area, open }: { area: Area; open: (dialog: OpenDialog) => void }) {
  const t = useTexts(areasTexts)
  const { retire, restore } = useChangeArea()
  const { undo } = useMerger()
  if (!area.active && area.mergedInto) {
    return (
      <Button type="link" size="small" disabled={undo.isPending} onClick={() => undo.take(area)}>
        {t('unmerge')}
      </Button>
    )
  }
  const items = [
    ...(addable[area.level] ?? []).map((level) => ({
      key: level,
      label: t(`add_${level}`),
      onClick: () => open({ add: level, under: area }),
    })),
    { key: 'merge', label: t('merge'), onClick: () => open({ merge: area }) },
  ]
  return (
    <span className="row-actions">
      <Button type="link" size="small" onClick={() => open({ rename: area })}>
        {t('rename')}
      </Button>
      <Button type="link" size="small" onClick={() => (area.active ? retire(area) : restore(area))}>
        {t(area.active ? 'retire' : 'restore')}
      </Button>
      {area.active && (
        <Dropdown menu={{ items }} trigger={['click']}>
          <Button type="link" size="small" aria-label={t('moreOf', { name: area.name })} aria-haspopup="menu">
            {t('more')} <DownOutlined aria-hidden />
          </Button>
        </Dropdown>
      )}
    </span>
  )
}
