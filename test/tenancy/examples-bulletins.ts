import type { Example } from './examples.ts'
import type { Fixture } from './fixture.ts'

const one = (own: Fixture) => ({ id: own.bulletin })

/** One example a route of the bulletins. */
export const bulletinExamples: Record<string, Example> = {
  'GET /api/v1/counties/{county}/bulletins': {},
  'POST /api/v1/counties/{county}/bulletins': {
    body: (own) => ({ kind: 'special', owner: own.township, from: '2026-03-02', to: '2026-03-08' }),
  },
  'GET /api/v1/counties/{county}/bulletins/{id}': { params: one },
  'PATCH /api/v1/counties/{county}/bulletins/{id}': {
    params: one,
    body: () => ({ version: 1, title: '改名' }),
  },
  'PUT /api/v1/counties/{county}/bulletins/{id}/issue': { params: one, body: () => ({ version: 1 }) },
  'PUT /api/v1/counties/{county}/bulletins/{id}/withdrawal': {
    params: one,
    body: () => ({ reason: '有误' }),
  },
  'DELETE /api/v1/counties/{county}/bulletins/{id}': { params: one },
  'GET /api/v1/counties/{county}/bulletins/{id}/document.docx': { params: one },
  'GET /api/v1/counties/{county}/bulletins/{id}/annex.xlsx': { params: one },
  'GET /api/v1/counties/{county}/bulletins/{id}/chat': { params: one },
  'GET /api/v1/counties/{county}/bulletin-rules': {},
  'PUT /api/v1/counties/{county}/bulletin-rules': { body: () => ({ daily: 'draft', weekly: 'draft' }) },
}
