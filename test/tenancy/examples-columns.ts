import type { Example } from './examples.ts'
import type { Fixture } from './fixture.ts'

const own = ({ columns }: Fixture) => ({ id: columns.article })
const ownPhoto = ({ columns }: Fixture) => ({ id: columns.article, photo: columns.photo })
const version = () => ({ version: 1 })

/** The columns' routes. */
export const columnExamples: Record<string, Example> = {
  'GET /api/v1/counties/{county}/settings/columns': {},
  'PUT /api/v1/counties/{county}/settings/columns': { body: () => ({ public: true, rectifiedDays: 3 }) },
  'GET /api/v1/counties/{county}/columns': { query: '?state=draft' },
  'GET /api/v1/counties/{county}/columns/{id}': { params: own },
  // A client makes the id, so that a foreign one is a new draft of one's own: no `params`.
  'PUT /api/v1/counties/{county}/columns/{id}': {
    body: (fixture) => ({
      ...{ kind: 'exposure', title: '题目', text: '一段', area: fixture.village },
      ...{ issue: fixture.ledger.issue, expiresOn: '2026-12-31', photos: [{ photo: fixture.columns.photo }] },
    }),
  },
  'PATCH /api/v1/counties/{county}/columns/{id}': {
    params: own,
    body: (fixture) => ({ version: 1, photos: [{ photo: fixture.columns.photo }] }),
  },
  'PUT /api/v1/counties/{county}/columns/{id}/submission': { params: own, body: version },
  'DELETE /api/v1/counties/{county}/columns/{id}/submission': { params: own },
  'PUT /api/v1/counties/{county}/columns/{id}/return': {
    params: own,
    body: () => ({ version: 1, reason: '再改' }),
  },
  'PUT /api/v1/counties/{county}/columns/{id}/publication': { params: own, body: version },
  'PUT /api/v1/counties/{county}/columns/{id}/withdrawal': { params: own, body: () => ({ reason: '撤下' }) },
  'PUT /api/v1/counties/{county}/columns/{id}/discard': { params: own },
  'DELETE /api/v1/counties/{county}/columns/{id}/discard': { params: own },
  'GET /api/v1/counties/{county}/columns/{id}/photos/{photo}': { params: ownPhoto },
  'PUT /api/v1/counties/{county}/columns/{id}/photos/{photo}/mark': {
    params: ownPhoto,
    body: () => ({ blur: false }),
  },
  'PUT /api/v1/counties/{county}/columns/{id}/photos/{photo}/copy': {
    params: ownPhoto,
    query: `?sha256=${'0'.repeat(64)}`,
    sheet: true,
  },
  'GET /api/v1/public/counties/{county}/columns': { open: 'what counties have made public' },
  'GET /api/v1/public/counties/{county}/columns/{id}': { open: 'what counties have made public' },
}
