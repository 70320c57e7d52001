import { newId } from '../../worker/data/new-id.ts'
import { aBoard, anOpenRound } from '../support/board.ts'
import type { TestCounty } from '../support/county.ts'
import { aDraw, anInspection, aSheet, inspected, inspectionsAlone } from '../support/inspections.ts'

/** What a county's inspections have one of, each text carrying the canary. */
export type InspectionFixture = {
  sheet: string
  inspection: string
  visit: string
  draw: string
  /** An open round of a board that inspections feed. */
  round: string
}

export async function someInspections(
  county: TestCounty,
  canary: string,
  { township, village, unit }: { township: string; village: string; unit: string },
): Promise<InspectionFixture> {
  const { office, at } = county
  const sheet = await aSheet(county)
  const named = await office.patch(at(`/sheets/${sheet.id}`), { version: 1, name: `${canary}表` })
  if (named.status >= 300) throw new Error(named.text)
  const board = await aBoard(county, { policy: inspectionsAlone, owner: township })
  const round = await anOpenRound(county, board)
  const { id: draw } = await aDraw(county, round.id, sheet.id, [unit], { note: `${canary}抽签` })
  const note = { unit, note: `${canary}村口` }
  const { id: inspection } = await inspected(county, office, anInspection(sheet, village, 1, note))
  const visit = newId()
  const asked = { id: visit, purpose: 'blind', subject: village, unit, sheet: sheet.id, dueOn: '2026-12-01' }
  const planned = await office.post(at('/visits'), asked)
  if (planned.status >= 300) throw new Error(planned.text)
  return { sheet: sheet.id, inspection, visit, draw, round: round.id }
}
