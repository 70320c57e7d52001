import type { Example } from './examples.ts'
import type { Fixture } from './fixture.ts'

const activity = (own: Fixture) => ({ id: own.outreach.activity })
const meeting = (own: Fixture) => ({ id: own.outreach.meeting })
const decision = (own: Fixture) => ({ id: own.outreach.meeting, decision: own.outreach.decision })

/** The mobilisation log, teams, meetings and their tasks. */
export const outreachExamples: Record<string, Example> = {
  'GET /api/v1/counties/{county}/activities': {},
  // A client makes the id, so that a foreign one is a new entry of one's own: no `params`.
  'PUT /api/v1/counties/{county}/activities/{id}': {
    body: (own) => ({ kind: 'booth', area: own.township, day: '2026-03-06', team: own.outreach.team }),
  },
  'PATCH /api/v1/counties/{county}/activities/{id}': {
    params: activity,
    body: () => ({ version: 1, times: 2 }),
  },
  'PUT /api/v1/counties/{county}/activities/{id}/retraction': {
    params: activity,
    body: () => ({ reason: '记重了' }),
  },
  'GET /api/v1/counties/{county}/outreach/totals': { query: '?from=2026-03-01&to=2026-03-31' },
  'GET /api/v1/counties/{county}/teams': {},
  'POST /api/v1/counties/{county}/teams': {
    body: (own) => ({ name: '队', area: own.township, members: 3 }),
  },
  'PATCH /api/v1/counties/{county}/teams/{id}': {
    params: (own) => ({ id: own.outreach.team }),
    body: () => ({ members: 30 }),
  },
  'GET /api/v1/counties/{county}/meetings': {},
  'GET /api/v1/counties/{county}/meetings/{id}': { params: meeting },
  'PUT /api/v1/counties/{county}/meetings/{id}': {
    body: (own) => ({
      ...{ kind: 'progress', title: '会', heldAt: '2026-03-06T01:00:00.000Z' },
      attendance: [{ body: own.unit, name: '组', present: true, heads: 1 }],
    }),
  },
  'PATCH /api/v1/counties/{county}/meetings/{id}': {
    params: meeting,
    body: () => ({ version: 1, title: '改名' }),
  },
  'PUT /api/v1/counties/{county}/meetings/{id}/decisions/{decision}/task': {
    params: decision,
    body: (own) => ({ lead: own.unit, dueOn: '2099-01-01' }),
  },
  'PUT /api/v1/counties/{county}/meetings/{id}/decisions/{decision}/issue': {
    params: decision,
    body: (own) => ({ issue: 'own-issue', category: own.ledger.category, area: own.village }),
  },
  'GET /api/v1/counties/{county}/tasks': {},
  'PATCH /api/v1/counties/{county}/tasks/{id}': {
    params: (own) => ({ id: own.outreach.task }),
    body: () => ({ state: 'done' }),
  },
}
