import { useEffect, useRef } from 'react'
import { fieldPatrolTexts } from '../../../i18n/field-patrol.ts'
import { useTexts } from '../../../lib/language.tsx'
import { villageName } from '../../../ui/ranking-words.ts'
import { useField } from '../../field-context.tsx'
import { gridsOf, within } from '../../pieces/areas.ts'
import { Empty } from '../../pieces/empty.tsx'
import { nearestFirst, usePlace } from '../../pieces/places.ts'
import { go, useRoute } from '../../pieces/router.tsx'
import { Screen } from '../../pieces/screen.tsx'
import { useBundle, useRecords } from '../../pieces/stored.ts'
import { Drafts } from '../today/drafts.tsx'

/** Which grid to walk; the only one, and the one in the address, begin at once. */
export function ChooseGrid() {
  const t = useTexts(fieldPatrolTexts)
  const { store } = useField()
  const { query } = useRoute()
  const { place } = usePlace()
  const bundle = useBundle()
  const records = useRecords()
  const begun = useRef(false)
  const grids = bundle ? gridsOf(bundle) : []
  const start = async (grid: { id: string; name: string }) => {
    if (begun.current) return
    begun.current = true
    const record = { grid: grid.id, startedAt: new Date().toISOString(), points: [] }
    const id = await store.begin({ kind: 'patrol', record }, villageName(grid.name))
    go(`/patrol/${id}`, { replace: true })
  }
  const open = records?.some(({ state, body }) => state === 'draft' && body.kind === 'patrol')
  const asked = bundle && open === false ? grids.find(({ id }) => id === query.get('grid')) : undefined
  // biome-ignore lint/correctness/useExhaustiveDependencies: begun once, as soon as the grid is known
  useEffect(() => {
    if (asked) start(asked)
  }, [asked])
  if (!bundle || !records || asked) return <Screen title={t('title')}>{null}</Screen>
  const points = (grid: string) => bundle.points.filter((point) => point.grid === grid && point.active).length
  return (
    <Screen title={t('title')}>
      <Drafts records={records} kind="patrol" />
      {grids.length === 0 ? (
        <Empty title={t('noGrids')}>
          <p className="soft">{t('noGridsHint')}</p>
        </Empty>
      ) : (
        <h2>{t('which')}</h2>
      )}
      <ul className="rows">
        {nearestFirst(grids, place, (grid) => grid.place).map(({ item: grid }) => (
          <li key={grid.id}>
            <button type="button" className="row" onClick={() => start(grid)}>
              <strong>{villageName(grid.name)}</strong>
              <span className="soft">
                {[within(bundle.areas, grid.id), t('pointCount', { n: points(grid.id) })]
                  .filter(Boolean)
                  .join(' · ')}
              </span>
            </button>
          </li>
        ))}
      </ul>
    </Screen>
  )
}
