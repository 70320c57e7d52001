import { findTemplate } from '../../worker/domain/inspections/templates/templates.ts'
import { anInspection } from '../support/inspections.ts'
import type { Example } from './examples.ts'
import type { Fixture } from './fixture.ts'

/** Scoring sheets, inspections, visits and draws. */
export const inspectionExamples: Record<string, Example> = {
  'GET /api/v1/counties/{county}/sheets/templates': {},
  'GET /api/v1/counties/{county}/sheets': {},
  'POST /api/v1/counties/{county}/sheets': {
    body: () => {
      const { subject, method, items } = findTemplate('drone-photos') ?? {}
      return { name: '表', subject, method, items }
    },
  },
  'GET /api/v1/counties/{county}/sheets/{id}': { params: (own) => ({ id: own.inspections.sheet }) },
  'PATCH /api/v1/counties/{county}/sheets/{id}': {
    params: (own) => ({ id: own.inspections.sheet }),
    body: () => ({ version: 1, current: false }),
  },
  'GET /api/v1/counties/{county}/inspections': {},
  'GET /api/v1/counties/{county}/inspections/{id}': { params: (own) => ({ id: own.inspections.inspection }) },
  // A client makes the id, so that a foreign one is a new inspection of one's own: no `params`.
  'PUT /api/v1/counties/{county}/inspections/{id}': { body: inspectionOf },
  'PUT /api/v1/counties/{county}/inspections/{id}/annulment': {
    params: (own) => ({ id: own.inspections.inspection }),
    body: () => ({ reason: '走错了村' }),
  },
  'GET /api/v1/counties/{county}/rounds/{id}/standings/{subject}/inspections': {
    params: (own) => ({ id: own.inspections.round, subject: own.village }),
  },
  'GET /api/v1/counties/{county}/visits': {},
  'POST /api/v1/counties/{county}/visits': {
    body: (own) => ({ purpose: 'blind', subject: own.village, unit: own.unit, dueOn: '2026-12-01' }),
  },
  'PATCH /api/v1/counties/{county}/visits/{id}': {
    params: (own) => ({ id: own.inspections.visit }),
    body: () => ({ state: 'cancelled', reason: '道路封闭' }),
  },
  'GET /api/v1/counties/{county}/draws': {},
  'POST /api/v1/counties/{county}/draws': {
    body: (own) => ({
      ...{ round: own.inspections.round, sheet: own.inspections.sheet, units: [own.unit] },
      dueOn: '2026-12-01',
    }),
  },
  'GET /api/v1/counties/{county}/draws/{id}': { params: (own) => ({ id: own.inspections.draw }) },
}

function inspectionOf(own: Fixture) {
  return anInspection({ id: own.inspections.sheet, version: 1 }, own.village, 1, {
    visit: own.inspections.visit,
    unit: own.unit,
  })
}
