import { addArea } from '../../worker/actions/areas/change-areas.ts'
import type { CountyContext } from '../../worker/actions/context.ts'
import { makeCodes } from '../../worker/actions/field/field-codes.ts'
import { changePoints } from '../../worker/actions/field/grids.ts'
import { putPatrol } from '../../worker/actions/field/patrols.ts'
import { unlessDone } from './unless-done.ts'
import type { DemoVillage } from './weeks.ts'

const minute = 60_000
const hour = 60 * minute
const places = ['村口垃圾箱', '文化广场', '水渠转角', '东头巷道', '公厕门口', '集中充电棚']
const grids = [
  { id: 'demo-grid-1', name: '第一网格' },
  { id: 'demo-grid-2', name: '第二网格' },
  { id: 'demo-grid-3', name: '第三网格' },
]

/** Three grids of a village with their points, a patrol of the first by a phone whose clock is slow, and codes for the township's villages and the grids. */
export async function demoField(context: CountyContext, villages: readonly DemoVillage[]): Promise<void> {
  const [village] = villages
  if (!village) return
  const around = villages.filter(({ township }) => township === village.township)
  for (const grid of grids) {
    await unlessDone(['id_taken'], () => addArea(context, { ...grid, level: 'grid', parent: village.id }))
    const points = places.map((name, at) => ({ id: `${grid.id}-${at + 1}`, name }))
    await unlessDone(['conflict'], () => changePoints(context, grid.id, { points, seen: [] }))
  }
  await makeCodes(context, { areas: [...around, ...grids].map(({ id }) => id) })
  const at = (time: number) => new Date(time).toISOString()
  const now = context.now.getTime()
  await unlessDone(['id_taken'], () =>
    putPatrol({ ...context, deviceAt: new Date(now - 45 * minute) }, 'demo-patrol', {
      ...{ grid: 'demo-grid-1', startedAt: at(now - hour), endedAt: at(now - hour / 2) },
      points: places.map((_, one) => ({ point: `demo-grid-1-${one + 1}`, good: one !== 2 })),
      note: '水渠转角有漂浮物，已告知村里。',
    }),
  )
}
