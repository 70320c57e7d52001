import { newId } from '../../worker/data/new-id.ts'
import { ranksAlone } from '../support/friday.ts'
import { bulletinExamples } from './examples-bulletins.ts'
import { columnExamples } from './examples-columns.ts'
import { complaintExamples } from './examples-complaints.ts'
import { fieldExamples } from './examples-field.ts'
import { inspectionExamples } from './examples-inspections.ts'
import { outreachExamples } from './examples-outreach.ts'
import { privacyExamples } from './examples-privacy.ts'
import type { Fixture } from './fixture.ts'

/** How to call a route as the fixture's owner would: ids for its path beside the county, and a body. */
export type Example = {
  params?: (own: Fixture) => Record<string, string>
  body?: (own: Fixture) => unknown
  query?: string
  /** The body is a small spreadsheet. */
  sheet?: true
  /** A route outside any county, and why that is right. */
  open?: string
}

/** One example a route. A route of the OpenAPI document without one fails the suite. */
export const examples: Record<string, Example> = {
  'POST /api/v1/signup': { open: 'makes a county' },
  'POST /api/v1/sessions': { open: 'signs in' },
  'POST /api/v1/sessions/second-factor': { open: 'signs in' },
  'DELETE /api/v1/sessions/current': { open: 'signs out' },
  'GET /api/v1/me': { open: 'the account itself' },
  'GET /api/v1/me/sessions': { open: 'the account itself' },
  'DELETE /api/v1/me/sessions': { open: 'the account itself' },
  'PUT /api/v1/me/password': { open: 'the account itself' },
  'GET /api/v1/me/second-factor': { open: 'the account itself' },
  'POST /api/v1/me/second-factor': { open: 'the account itself' },
  'POST /api/v1/me/second-factor/confirmation': { open: 'the account itself' },
  'POST /api/v1/me/second-factor/recovery-codes': { open: 'the account itself' },
  'POST /api/v1/me/second-factor/removal': { open: 'the account itself' },
  'POST /api/v1/activations': { open: 'a one-time link is the authority' },
  'POST /api/v1/activations/preview': { open: 'a one-time link is the authority' },
  'GET /api/v1/regions': { open: 'national divisions' },
  'GET /api/v1/regions/{code}': { open: 'national divisions' },
  'GET /api/v1/platform/counties': { open: 'platform administrators alone' },
  'PUT /api/v1/platform/counties/{id}/approval': { open: 'platform administrators alone' },
  'PUT /api/v1/platform/counties/{id}/suspension': { open: 'platform administrators alone' },
  'DELETE /api/v1/platform/counties/{id}/suspension': { open: 'platform administrators alone' },
  'PUT /api/v1/platform/counties/{id}/nudge': { open: 'platform administrators alone' },
  'POST /api/v1/platform/second-factor-resets': { open: 'platform administrators alone' },
  'GET /api/v1/platform/overview': { open: 'platform administrators alone' },
  'GET /api/v1/platform/erasures': { open: 'platform administrators alone' },
  'PUT /api/v1/platform/counties/{id}/erasure': { open: 'platform administrators alone' },
  'PUT /api/v1/platform/counties/{id}/erasure/confirmation': { open: 'the second person, by account' },
  'DELETE /api/v1/platform/counties/{id}/erasure': { open: 'the second person, by account' },
  'GET /api/v1/platform/counties/{id}/archive': { open: 'platform administrators alone' },
  'GET /api/v1/platform/dead-letters': { open: 'platform administrators alone' },

  'GET /api/v1/counties/{county}': {},
  'GET /api/v1/counties/{county}/archive': {},
  'GET /api/v1/counties/{county}/erasure': {},
  'POST /api/v1/counties/{county}/previews': {},
  'GET /api/v1/counties/{county}/areas': {},
  'POST /api/v1/counties/{county}/areas': {
    body: (own) => ({ name: '新村', level: 'village', parent: own.township }),
  },
  'PATCH /api/v1/counties/{county}/areas/{id}': {
    params: (own) => ({ id: own.village }),
    body: () => ({ name: '改名' }),
  },
  'PUT /api/v1/counties/{county}/areas/{id}/merger': {
    params: (own) => ({ id: own.otherVillage }),
    body: (own) => ({ into: own.village }),
  },
  'DELETE /api/v1/counties/{county}/areas/{id}/merger': { params: (own) => ({ id: own.mergedVillage }) },
  'POST /api/v1/counties/{county}/areas/imports': { sheet: true, query: '?dryRun=true' },
  'GET /api/v1/counties/{county}/areas/sheet': {},
  'GET /api/v1/counties/{county}/units': {},
  'POST /api/v1/counties/{county}/units': {
    body: (own) => ({ name: '组', kind: 'group', covers: [own.township] }),
  },
  'PATCH /api/v1/counties/{county}/units/{id}': {
    params: (own) => ({ id: own.unit }),
    body: () => ({ name: '改名' }),
  },
  'GET /api/v1/counties/{county}/units/people': {},
  'PUT /api/v1/counties/{county}/units/{id}/people': {
    params: (own) => ({ id: own.unit }),
    body: () => ({ people: [{ name: '某', duty: 'head', title: '' }] }),
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
  'POST /api/v1/counties/{county}/members/invitations': {
    body: (own) => ({
      members: [{ name: '乙', login: 'invited-together', role: 'township_reporter', scope: own.township }],
    }),
  },
  'POST /api/v1/counties/{county}/members/{id}/reset': { params: (own) => ({ id: own.member }) },
  'GET /api/v1/counties/{county}/second-factor': {},
  'PUT /api/v1/counties/{county}/second-factor': { body: () => ({ required: false }) },
  'DELETE /api/v1/counties/{county}/members/{id}/second-factor': { params: (own) => ({ id: own.member }) },
  'PATCH /api/v1/counties/{county}/members/{id}': {
    params: (own) => ({ id: own.member }),
    body: () => ({ disabled: true }),
  },
  ...privacyExamples,
  'GET /api/v1/counties/{county}/tokens': {},
  'POST /api/v1/counties/{county}/tokens': {
    body: (own) => ({ name: '机器', role: 'township_reporter', scope: own.township, expiresInDays: 1 }),
  },
  'DELETE /api/v1/counties/{county}/tokens/{id}': { params: (own) => ({ id: own.token }) },
  'GET /api/v1/counties/{county}/webhooks': {},
  'POST /api/v1/counties/{county}/webhooks': {
    body: () => ({ name: '群', url: 'https://hooks.gov.cn/', format: 'json', events: ['bulletin.issued'] }),
  },
  'PATCH /api/v1/counties/{county}/webhooks/{id}': {
    params: (own) => ({ id: own.webhook }),
    body: () => ({ name: '改名' }),
  },
  'DELETE /api/v1/counties/{county}/webhooks/{id}': { params: (own) => ({ id: own.webhook }) },
  'POST /api/v1/counties/{county}/webhooks/{id}/pings': { params: (own) => ({ id: own.webhook }) },
  'GET /api/v1/counties/{county}/deliveries': {},
  'PUT /api/v1/counties/{county}/deliveries/{id}/resending': { params: (own) => ({ id: own.delivery }) },

  'GET /api/v1/counties/{county}/setup': {},
  'PUT /api/v1/counties/{county}/setup/skipped': { body: () => ({ steps: ['posts'] }) },
  'GET /api/v1/counties/{county}/calendar': {},
  'PUT /api/v1/counties/{county}/calendar/days/{day}': {
    // A day belongs to nobody: there is no id to borrow.
    body: () => ({ kind: 'holiday', name: '放假' }),
  },
  'DELETE /api/v1/counties/{county}/calendar/days/{day}': {},
  'PUT /api/v1/counties/{county}/calendar/hours': {
    body: () => ({ from: '09:00', to: '17:00', pause: null }),
  },

  'GET /api/v1/counties/{county}/campaigns': {},
  'POST /api/v1/counties/{county}/campaigns': {
    body: () => ({ name: '行动', startsOn: '2026-01-01', endsOn: '2026-12-31' }),
  },
  'GET /api/v1/counties/{county}/boards': {},
  'POST /api/v1/counties/{county}/boards': { body: newBoard },
  'GET /api/v1/counties/{county}/boards/{id}': { params: (own) => ({ id: own.board }) },
  'PATCH /api/v1/counties/{county}/boards/{id}': {
    params: (own) => ({ id: own.board }),
    body: () => ({ name: '改名' }),
  },
  'GET /api/v1/counties/{county}/boards/{id}/rounds': { params: (own) => ({ id: own.board }) },
  'POST /api/v1/counties/{county}/boards/{id}/rounds': {
    params: (own) => ({ id: own.board }),
    body: () => ({}),
  },
  'GET /api/v1/counties/{county}/boards/{id}/series': { params: (own) => ({ id: own.board }) },
  'GET /api/v1/counties/{county}/boards/{id}/history': { params: (own) => ({ id: own.board }) },
  'POST /api/v1/counties/{county}/boards/{id}/history': {
    params: (own) => ({ id: own.board }),
    body: (own) => [{ no: 1, closedAt: '2026-01-02T10:00:00Z', bands: { [own.village]: 'red' } }],
  },
  'POST /api/v1/counties/{county}/boards/{id}/history/imports': {
    params: (own) => ({ id: own.board }),
    sheet: true,
  },
  'GET /api/v1/counties/{county}/rounds/{id}': { params: (own) => ({ id: own.open }) },
  'PATCH /api/v1/counties/{county}/rounds/{id}': {
    params: (own) => ({ id: own.open }),
    body: () => ({ closesAt: '2099-01-01T00:00:00Z' }),
  },
  'PUT /api/v1/counties/{county}/rounds/{id}/closure': { params: (own) => ({ id: own.open }) },
  'PUT /api/v1/counties/{county}/rounds/{id}/roster': { params: (own) => ({ id: own.open }) },
  'PUT /api/v1/counties/{county}/rounds/{id}/exemptions/{subject}': {
    params: (own) => ({ id: own.open, subject: own.village }),
    body: () => ({ reason: '整村搬迁' }),
  },
  'DELETE /api/v1/counties/{county}/rounds/{id}/exemptions/{subject}': {
    params: (own) => ({ id: own.open, subject: own.village }),
  },
  'GET /api/v1/counties/{county}/rounds/{id}/reports': { params: (own) => ({ id: own.open }) },
  'GET /api/v1/counties/{county}/rounds/{id}/reports/{source}/{reporter}': { params: deskOf },
  'PUT /api/v1/counties/{county}/rounds/{id}/reports/{source}/{reporter}': {
    params: deskOf,
    body: (own) => ({ entries: [{ subject: own.village, value: 1 }] }),
  },
  'DELETE /api/v1/counties/{county}/rounds/{id}/reports/{source}/{reporter}': { params: deskOf },
  'GET /api/v1/counties/{county}/rounds/{id}/reports/{source}/{reporter}/sheet': { params: deskOf },
  'POST /api/v1/counties/{county}/rounds/{id}/reports/{source}/{reporter}/sheet': {
    params: deskOf,
    sheet: true,
  },
  'GET /api/v1/counties/{county}/rounds/{id}/standings': { params: (own) => ({ id: own.published }) },
  'GET /api/v1/counties/{county}/rounds/{id}/standings/{subject}': {
    params: (own) => ({ id: own.published, subject: own.village }),
  },
  'GET /api/v1/counties/{county}/rounds/{id}/raters': { params: (own) => ({ id: own.published }) },
  'GET /api/v1/counties/{county}/rounds/{id}/inputs': { params: (own) => ({ id: own.published }) },
  'GET /api/v1/counties/{county}/rounds/{id}/sheet': { params: (own) => ({ id: own.published }) },
  'PUT /api/v1/counties/{county}/rounds/{id}/publication': {
    params: (own) => ({ id: own.closed }),
    body: () => ({ waive: '如期公布' }),
  },
  'GET /api/v1/counties/{county}/rounds/{id}/revisions': { params: (own) => ({ id: own.published }) },
  'POST /api/v1/counties/{county}/rounds/{id}/revisions': {
    params: (own) => ({ id: own.published }),
    body: (own) => ({ reason: '更正', amendments: [{ source: 'township', subject: own.village, value: 2 }] }),
  },
  'GET /api/v1/counties/{county}/rounds/{id}/revisions/{no}': {
    params: (own) => ({ id: own.published, no: '1' }),
  },
  'GET /api/v1/counties/{county}/rounds/{id}/revisions/{no}/inputs': {
    params: (own) => ({ id: own.published, no: '1' }),
  },
  'GET /api/v1/counties/{county}/rounds/{id}/revisions/{no}/recomputation': {
    params: (own) => ({ id: own.published, no: '1' }),
  },
  'GET /api/v1/counties/{county}/rounds/{id}/objections': { params: (own) => ({ id: own.closed }) },
  'POST /api/v1/counties/{county}/rounds/{id}/objections': {
    params: (own) => ({ id: own.closed }),
    body: (own) => ({ subject: own.village, text: '分数有误' }),
  },
  'GET /api/v1/counties/{county}/objections': {},
  'POST /api/v1/counties/{county}/objections/{id}/ruling/preview': {
    params: (own) => ({ id: own.objection }),
    body: () => ({ upheld: false, reason: '查无此事' }),
  },
  'PUT /api/v1/counties/{county}/objections/{id}/withdrawal': { params: (own) => ({ id: own.objection }) },
  'PUT /api/v1/counties/{county}/objections/{id}/ruling': {
    params: (own) => ({ id: own.objection }),
    body: () => ({ upheld: false, reason: '查无此事' }),
  },
  'GET /api/v1/counties/{county}/consequences': {},
  'GET /api/v1/counties/{county}/consequences/{id}': { params: (own) => ({ id: own.consequence }) },
  'PUT /api/v1/counties/{county}/consequences/{id}/record': {
    params: (own) => ({ id: own.consequence }),
    body: interview,
  },
  'GET /api/v1/counties/{county}/consequences/{id}/assignments': {
    params: (own) => ({ id: own.consequence }),
  },
  'GET /api/v1/counties/{county}/consequences/{id}/events': { params: (own) => ({ id: own.consequence }) },
  'PUT /api/v1/counties/{county}/consequences/{id}/schedule': {
    params: (own) => ({ id: own.consequence }),
    body: () => ({ at: '2026-11-25T01:00:00Z', venue: '镇会议室', host: '某' }),
  },
  'DELETE /api/v1/counties/{county}/consequences/{id}/schedule': {
    params: (own) => ({ id: own.consequence }),
  },
  'PUT /api/v1/counties/{county}/consequences/{id}/follow-up': {
    params: (own) => ({ id: own.consequence }),
    body: () => ({ on: '2026-12-02' }),
  },
  'DELETE /api/v1/counties/{county}/consequences/{id}/follow-up': {
    params: (own) => ({ id: own.consequence }),
  },
  'PUT /api/v1/counties/{county}/consequences/{id}/completion': {
    params: (own) => ({ id: own.consequence }),
    body: () => ({}),
  },
  'DELETE /api/v1/counties/{county}/consequences/{id}/completion': {
    params: (own) => ({ id: own.consequence }),
  },
  'PUT /api/v1/counties/{county}/consequences/{id}/cancellation': {
    params: (own) => ({ id: own.consequence }),
    body: () => ({ reason: '并入乡镇约谈' }),
  },
  'DELETE /api/v1/counties/{county}/consequences/{id}/cancellation': {
    params: (own) => ({ id: own.consequence }),
  },
  'GET /api/v1/counties/{county}/commitments': {},
  'GET /api/v1/counties/{county}/boards/{id}/banner': { params: (own) => ({ id: own.board }) },
  'GET /api/v1/counties/{county}/pulse': {},
  'PATCH /api/v1/counties/{county}/assignments/{id}': {
    params: (own) => ({ id: own.assignment }),
    body: () => ({ state: 'done' }),
  },
  'GET /api/v1/counties/{county}/posts': {},
  'POST /api/v1/counties/{county}/posts': {
    body: (own) => ({ area: own.village, post: 'village_head', holder: '某', startsOn: '2026-01-01' }),
  },
  'PATCH /api/v1/counties/{county}/posts/{id}': {
    params: (own) => ({ id: own.post }),
    body: () => ({ endsOn: '2026-12-31' }),
  },
  'DELETE /api/v1/counties/{county}/posts/{id}': { params: (own) => ({ id: own.post }) },
  'PUT /api/v1/counties/{county}/posts/holders': {
    body: (own) => ({
      from: '2026-03-06',
      holders: [{ area: own.village, post: 'village_head', holder: '某人' }],
    }),
  },
  'POST /api/v1/counties/{county}/posts/imports': { sheet: true },
  'GET /api/v1/counties/{county}/audit': {},
  'GET /api/v1/counties/{county}/audit/facets': {},
  'GET /api/v1/counties/{county}/audit/sheet': {},
  'GET /api/v1/counties/{county}/audit/seals': {},
  'GET /api/v1/counties/{county}/audit/seals/{no}/digest': { params: () => ({ no: '1' }) },
  'GET /api/v1/counties/{county}/audit/verification': {},
  'GET /api/v1/counties/{county}/issue-categories': {},
  'PUT /api/v1/counties/{county}/issue-categories/catalogue': { body: () => ({ groups: ['pillars'] }) },
  'POST /api/v1/counties/{county}/issue-categories': {
    body: () => ({ name: '类', group: 'own', severity: 1, deadline: { unit: 'same_day' } }),
  },
  'PATCH /api/v1/counties/{county}/issue-categories/{id}': {
    params: (own) => ({ id: own.ledger.category }),
    body: () => ({ active: false }),
  },
  'DELETE /api/v1/counties/{county}/issue-categories/{id}': {
    params: (own) => ({ id: own.ledger.unused }),
  },
  'GET /api/v1/counties/{county}/issue-rules': {},
  'POST /api/v1/counties/{county}/issue-rules': {
    body: (own) => ({ category: own.ledger.category, area: own.village, lead: own.unit }),
  },
  'DELETE /api/v1/counties/{county}/issue-rules/{id}': { params: (own) => ({ id: own.ledger.rule }) },
  'GET /api/v1/counties/{county}/issues/duplicates': {
    query: '?category=none&area=none',
  },
  'GET /api/v1/counties/{county}/issues/summary': {},
  'GET /api/v1/counties/{county}/issues/relapses': { query: '?by=verifier' },
  'GET /api/v1/counties/{county}/settings/revisits': {},
  'PUT /api/v1/counties/{county}/settings/revisits': {
    body: () => ({ afterDays: 3, share: 0.5, relapses: 2, withinDays: 30 }),
  },
  'GET /api/v1/counties/{county}/saved-filters': {},
  'POST /api/v1/counties/{county}/saved-filters': {
    body: () => ({ list: 'issues', name: '我的', query: 'settled=false', shared: false }),
  },
  'DELETE /api/v1/counties/{county}/saved-filters/{id}': { params: (own) => ({ id: own.ledger.filter }) },
  'GET /api/v1/counties/{county}/notices': {},
  'PUT /api/v1/counties/{county}/notices/mark': { body: (own) => ({ upTo: own.ledger.notice }) },
  'GET /api/v1/counties/{county}/issues': { query: '?q=CANARY' },
  'PUT /api/v1/counties/{county}/issues/{id}': {
    body: (own) => ({
      ...{ category: own.ledger.category, area: own.village, source: 'complaint', text: '另一处' },
      foundAt: '2026-11-21T01:00:00Z',
    }),
  },
  'GET /api/v1/counties/{county}/issues/sheet': {},
  'POST /api/v1/counties/{county}/issues/imports': { sheet: true },
  'GET /api/v1/counties/{county}/issues/{id}': { params: (own) => ({ id: own.ledger.issue }) },
  'PUT /api/v1/counties/{county}/issues/{id}/steps/{step}': {
    params: (own) => ({ id: own.ledger.issue, step: newId() }),
    body: () => ({ kind: 'noted', note: '看过' }),
  },
  'POST /api/v1/counties/{county}/issues/bulk': {
    body: (own) => ({ issues: [own.ledger.issue], step: { kind: 'noted', note: '看过' } }),
  },
  // A client makes the id, so that a foreign one is a new photo of one's own: no `params`.
  'PUT /api/v1/counties/{county}/photos/{id}': { query: `?sha256=${'0'.repeat(64)}`, sheet: true },
  'PUT /api/v1/counties/{county}/photos/{id}/thumbnail': {
    params: (own) => ({ id: own.photo }),
    query: `?sha256=${'0'.repeat(64)}`,
    sheet: true,
  },
  'PUT /api/v1/counties/{county}/photos/{id}/derivative': {
    params: (own) => ({ id: own.photo }),
    query: `?sha256=${'0'.repeat(64)}`,
    sheet: true,
  },
  'GET /api/v1/counties/{county}/photos/{id}': { params: (own) => ({ id: own.photo }) },
  'GET /api/v1/counties/{county}/photos/{id}/thumbnail': { params: (own) => ({ id: own.photo }) },
  'GET /api/v1/counties/{county}/photos/flags': {},
  'PATCH /api/v1/counties/{county}/photos/flags/{sha256}': {
    params: (own) => ({ sha256: own.photoFlag }),
    body: () => ({ state: 'cleared' }),
  },
  ...outreachExamples,
  ...inspectionExamples,
  ...columnExamples,
  ...fieldExamples,
  ...bulletinExamples,
  ...complaintExamples,

  'GET /api/v1/public/counties/{county}/boards': { open: 'what counties have made public' },
  'GET /api/v1/public/counties/{county}/boards/{id}/latest': { open: 'what counties have made public' },
}

function newBoard(own: Fixture) {
  return {
    ...{ campaign: own.campaign, name: '榜', subject: 'village', owner: own.township },
    ...{ cadence: { every: 'day', closesAt: '18:00' }, policy: ranksAlone },
  }
}

function deskOf(own: Fixture) {
  return { id: own.open, source: 'township', reporter: own.township }
}

function interview() {
  return {
    ...{ heldAt: '2026-11-23T01:00:00Z', attendees: ['某'], summary: '约谈', followUpOn: null },
    commitments: [{ text: '清运', dueOn: '2026-12-01' }],
  }
}
