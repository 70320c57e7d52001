import type { Fixture } from './fixture.ts'

/** How to call a route as the fixture's owner would: ids for its path beside the county, and a body. */
export type Example = {
  params?: (own: Fixture) => Record<string, string>
  body?: (own: Fixture) => unknown
  query?: string
  /** A route outside any county, and why that is right. */
  open?: string
}

/** One example a route. A route of the OpenAPI document without one fails the suite. */
export const examples: Record<string, Example> = {
  'POST /api/v1/signup': { open: 'makes a county' },
  'POST /api/v1/sessions': { open: 'signs in' },
  'DELETE /api/v1/sessions/current': { open: 'signs out' },
  'GET /api/v1/me': { open: 'the account itself' },
  'POST /api/v1/activations': { open: 'a one-time link is the authority' },
  'POST /api/v1/activations/preview': { open: 'a one-time link is the authority' },
  'GET /api/v1/regions': { open: 'national divisions' },
  'GET /api/v1/regions/{code}': { open: 'national divisions' },
  'GET /api/v1/platform/counties': { open: 'platform administrators alone' },
  'PUT /api/v1/platform/counties/{id}/approval': { open: 'platform administrators alone' },

  'GET /api/v1/counties/{county}': {},
  'GET /api/v1/counties/{county}/areas': {},
  'POST /api/v1/counties/{county}/areas': {
    body: (own) => ({ name: '新村', level: 'village', parent: own.township }),
  },
  'PATCH /api/v1/counties/{county}/areas/{id}': {
    params: (own) => ({ id: own.village }),
    body: () => ({ name: '改名' }),
  },
  'GET /api/v1/counties/{county}/units': {},
  'POST /api/v1/counties/{county}/units': {
    body: (own) => ({ name: '组', kind: 'group', covers: [own.township] }),
  },
  'PATCH /api/v1/counties/{county}/units/{id}': {
    params: (own) => ({ id: own.unit }),
    body: () => ({ name: '改名' }),
  },
  'GET /api/v1/counties/{county}/members': {},
  'POST /api/v1/counties/{county}/members': {
    body: (own) => ({
      name: '甲',
      login: 'invited-elsewhere',
      role: 'township_reporter',
      scope: own.township,
    }),
  },
  'POST /api/v1/counties/{county}/members/{id}/reset': { params: (own) => ({ id: own.member }) },
  'PATCH /api/v1/counties/{county}/members/{id}': {
    params: (own) => ({ id: own.member }),
    body: () => ({ disabled: true }),
  },
  'GET /api/v1/counties/{county}/tokens': {},
  'POST /api/v1/counties/{county}/tokens': {
    body: (own) => ({ name: '机器', role: 'township_reporter', scope: own.township, expiresInDays: 1 }),
  },
  'DELETE /api/v1/counties/{county}/tokens/{id}': { params: (own) => ({ id: own.token }) },
}
