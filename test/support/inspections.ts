import { expect } from 'vitest'
import type { InspectionDetail, NewInspection } from '../../schema/api/inspections.ts'
import type { Policy } from '../../schema/api/ranking.ts'
import type { ScoringSheet } from '../../schema/api/scoring-sheets.ts'
import type { DrawDetail } from '../../schema/api/visits.ts'
import { newId } from '../../worker/data/new-id.ts'
import { findTemplate } from '../../worker/domain/inspections/templates/templates.ts'
import type { Answer, Client } from './client.ts'
import type { TestCounty } from './county.ts'

/** Inspections alone, of whatever sheet, compared over the county. */
export const inspectionsAlone: Policy = {
  sources: [{ key: 'inspection', kind: 'score', scope: 'county', weight: 1, derivedFrom: 'inspections' }],
  ...{ method: 'percentile', minSources: 1, tieBreakers: [] },
  bands: { green: { top: 1 }, red: { bottom: 1 } },
}

/** An instant so many minutes ago. */
export const minutesAgo = (minutes: number) => new Date(Date.now() - minutes * 60_000).toISOString()

/** A round about now, whatever day it is. */
export const aboutNow = () => ({ opensAt: minutesAgo(2 * 1440), closesAt: minutesAgo(-2 * 1440) })

/** A sheet of the county made from a shipped template. */
export async function aSheet({ office, at }: TestCounty, template = 'village-100'): Promise<ScoringSheet> {
  const found = findTemplate(template)
  if (!found) throw new Error(`no template ${template}`)
  const { name, subject, method, items } = found
  const answer = await office.post(at('/sheets'), { name, subject, method, items, template })
  expect(answer.status, answer.text).toBe(201)
  return answer.body as ScoringSheet
}

/** An inspection of half an hour that ended five minutes ago and found this much litter. */
export function anInspection(
  sheet: { id: string; version: number },
  subject: string,
  heaps = 0,
  more: Partial<NewInspection> = {},
): NewInspection {
  return {
    ...{ sheet: sheet.id, version: sheet.version, subject },
    ...{ startedAt: minutesAgo(35), endedAt: minutesAgo(5), answers: {} },
    findings: heaps === 0 ? [] : [{ item: 'waste', deduction: 'd2', count: heaps }],
    ...more,
  }
}

export function inspects(
  { at }: TestCounty,
  by: Client,
  body: unknown,
  id: string = newId(),
): Promise<Answer> {
  return by.put(at(`/inspections/${id}`), body)
}

/** The same, stored for certain. */
export async function inspected(
  county: TestCounty,
  by: Client,
  body: NewInspection,
): Promise<InspectionDetail> {
  const answer = await inspects(county, by, body)
  expect(answer.status, answer.text).toBe(201)
  return answer.body as InspectionDetail
}

export async function aDraw(
  { office, at }: TestCounty,
  round: string,
  sheet: string,
  units: string[],
  more: object = {},
): Promise<DrawDetail> {
  const answer = await office.post(at('/draws'), { round, sheet, units, dueOn: '2099-01-01', ...more })
  expect(answer.status, answer.text).toBe(201)
  return answer.body as DrawDetail
}
