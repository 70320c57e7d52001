import type { Example } from './examples.ts'

/** The phone's bundle, codes, grids with their points and patrols, and odd places. */
export const fieldExamples: Record<string, Example> = {
  'GET /api/v1/counties/{county}/field': {},
  'GET /api/v1/counties/{county}/field-codes': {},
  'POST /api/v1/counties/{county}/field-codes': { body: (own) => ({ areas: [own.village], renew: true }) },
  'GET /api/v1/counties/{county}/field-codes/{code}': { params: (own) => ({ code: own.field.code }) },
  'DELETE /api/v1/counties/{county}/field-codes/{code}': { params: (own) => ({ code: own.field.code }) },
  'GET /api/v1/counties/{county}/grids': {},
  'GET /api/v1/counties/{county}/grids/{id}/points': { params: (own) => ({ id: own.field.grid }) },
  'PUT /api/v1/counties/{county}/grids/{id}/points': {
    params: (own) => ({ id: own.field.grid }),
    body: (own) => ({ points: [{ id: own.field.point, name: '新点位' }], seen: [own.field.point] }),
  },
  'GET /api/v1/counties/{county}/patrols': {},
  // A client makes the id, so that a foreign one is a new patrol of one's own: no `params`.
  'PUT /api/v1/counties/{county}/patrols/{id}': {
    body: (own) => ({
      ...{ grid: own.field.grid, startedAt: '2026-11-20T03:00:00Z', endedAt: '2026-11-20T04:00:00Z' },
      points: [{ point: own.field.point, good: true }],
    }),
  },
  'GET /api/v1/counties/{county}/place-flags': {},
  'PATCH /api/v1/counties/{county}/place-flags/{id}': {
    params: (own) => ({ id: own.field.flag }),
    body: () => ({ state: 'cleared', note: '手机时间没有校准' }),
  },
}
