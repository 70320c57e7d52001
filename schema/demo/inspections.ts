import { and, eq } from 'drizzle-orm'
import type { CountyContext } from '../../worker/actions/context.ts'
import { putInspection } from '../../worker/actions/inspections/put-inspection.ts'
import { addSheet } from '../../worker/actions/sheets/change-sheets.ts'
import { drawWith } from '../../worker/actions/visits/draws.ts'
import { findTemplate } from '../../worker/domain/inspections/templates/templates.ts'
import type { NewInspection } from '../api/inspections.ts'
import type { SheetItems } from '../api/scoring-sheets.ts'
import { round, visit } from '../tables/county.ts'
import { type Chance, chance } from './chance.ts'
import { unlessDone } from './unless-done.ts'

const sheetOf = {
  'village-100': 'demo-sheet-village',
  'method-2468': 'demo-sheet-2468',
  'key-links-7': 'demo-sheet-links',
}

/** The county's scoring sheets, as shipped. */
export async function demoSheets(context: CountyContext): Promise<void> {
  for (const [template, id] of Object.entries(sheetOf)) {
    const found = findTemplate(template)
    if (!found) throw new Error(`there is no template ${template}`)
    const { name, subject, method, items } = found
    await unlessDone(['id_taken'], () => addSheet(context, { id, name, subject, method, items, template }))
  }
}

/**
 * This week's draw for the open round: each group sees three villages that are not its own, and most have been seen
 * already. `at` gives the office's context at some time.
 */
export async function demoInspections(
  at: (time: number) => Promise<CountyContext>,
  { opensAt, groups, seed }: { opensAt: number; groups: readonly string[]; seed: number },
): Promise<void> {
  const context = await at(opensAt + 2 * hour)
  const [open] = await context.db.find(round, and(eq(round.board, 'demo-board'), eq(round.state, 'open')), {
    pick: ['id', 'closesAt'],
    limit: 1,
  })
  if (!open) return
  const dueOn = new Date(Date.parse(open.closesAt) + 8 * hour).toISOString().slice(0, 10)
  const wanted = { id: 'demo-draw', round: open.id, sheet: sheetOf['village-100'], units: [...groups] }
  await unlessDone(['id_taken'], () =>
    drawWith(context, { ...wanted, reach: 'elsewhere', perUnit: 3, dueOn }, `demo-${seed}`),
  )
  const luck = chance(seed)
  const visits = await context.db.find(visit, eq(visit.draw, 'demo-draw'))
  const inOrder = visits.toSorted((a, b) => (`${a.unit} ${a.subject}` < `${b.unit} ${b.subject}` ? -1 : 1))
  for (const [n, { unit, subject }] of inOrder.entries()) {
    const body = inspectionOf(luck, subject, n)
    // One in three is still to be made.
    if (n % 3 === 2 || unit === null) continue
    const there = await at(opensAt + 15 * hour + n * 15 * minute)
    const member = {
      id: 'demo-inspector',
      role: 'inspector',
      scope: { kind: 'unit', id: unit, township: null },
    } as const
    const made = { ...body, ...timesAt(there.now.getTime()) }
    await unlessDone(['id_taken'], () => putInspection({ ...there, member }, `demo-inspection-${n}`, made))
  }
}

const minute = 60_000
const hour = 60 * minute

function timesAt(now: number) {
  return { startedAt: new Date(now - 25 * minute).toISOString(), endedAt: new Date(now).toISOString() }
}

/** What a group finds: a few things, in some villages more. */
function inspectionOf(
  luck: Chance,
  subject: string,
  n: number,
): Omit<NewInspection, 'startedAt' | 'endedAt'> {
  const items: SheetItems = findTemplate('village-100')?.items ?? []
  const untidy = luck.uniform()
  const findings = items.flatMap(({ key, deductions }) =>
    deductions.flatMap((deduction) => {
      const count = Math.floor(luck.uniform() * 4 * untidy)
      return count > 0 && luck.uniform() < 0.5 ? [{ item: key, deduction: deduction.key, count }] : []
    }),
  )
  const [first, ...rest] = findings
  const noted = first && n % 4 === 0 ? [{ ...first, note: '村口路边' }, ...rest] : findings
  return { sheet: sheetOf['village-100'], version: 1, subject, findings: noted, answers: {} }
}
