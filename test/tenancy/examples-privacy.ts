import type { Example } from './examples.ts'

/** Examples of the routes about one person's data. */
export const privacyExamples: Record<string, Example> = {
  'GET /api/v1/counties/{county}/personal-data/own': {},
  'GET /api/v1/counties/{county}/members/{id}/personal-data': { params: (own) => ({ id: own.member }) },
  'POST /api/v1/counties/{county}/personal-data/searches': { body: (own) => ({ name: `${own.canary}员` }) },
  'PUT /api/v1/counties/{county}/members/{id}/erasure': {
    params: (own) => ({ id: own.member }),
    body: (own) => ({ confirm: `${own.canary}员` }),
  },
  'PUT /api/v1/counties/{county}/personal-data/erasures/{id}': {
    // The id is the request's own and names nothing; the foreign name stands nowhere in this county.
    body: (own) => ({ name: `${own.canary}主任`, confirm: `${own.canary}主任` }),
  },
}
