import { useParams } from 'react-router'
import { gridsTexts } from '../../../i18n/grids.ts'
import { useTexts } from '../../../lib/language.tsx'
import { useCounty } from '../../../lib/session.ts'
import { ErrorState } from '../../../ui/error-state.tsx'
import { LinkButton } from '../../../ui/link-button.tsx'
import { PageHeader } from '../../../ui/page-header.tsx'
import { villageName } from '../../../ui/ranking-words.ts'
import { useGridList, usePoints } from '../queries.ts'
import { PatrolList } from './patrol-list.tsx'
import { PointsEditor } from './points-editor.tsx'

/** A grid: the points its patrols pass, and what they found. */
export default function GridPage() {
  const t = useTexts(gridsTexts)
  const { county, may } = useCounty()
  const { grid = '' } = useParams()
  const points = usePoints(grid)
  const found = useGridList('').data?.find(({ id }) => id === grid)
  const where = [found?.townshipName ?? '', found?.villageName ? villageName(found.villageName) : '']
  const target = { township: found?.township ?? null, village: found?.village ?? null, grid }
  if (points.error && !points.data) return <ErrorState error={points.error} retry={() => points.refetch()} />
  return (
    <>
      <PageHeader
        title={found?.name ?? t('grid')}
        hint={where.join(' ')}
        actions={<LinkButton to={`/${county}/grids`}>{t('back')}</LinkButton>}
      />
      <h2>{t('points')}</h2>
      {points.data && (
        <PointsEditor
          key={points.data.map(({ id, name }) => `${id} ${name}`).join()}
          grid={grid}
          points={points.data}
          editable={found !== undefined && may('point.write', target)}
        />
      )}
      <h2>{t('patrols')}</h2>
      <PatrolList grid={grid} points={points.data ?? []} />
    </>
  )
}
