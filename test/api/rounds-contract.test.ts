import { beforeAll, expect, test } from 'vitest'
import type { z } from 'zod'
import { Board, Campaign, Round, RoundDetail } from '../../schema/api/boards.ts'
import { page } from '../../schema/api/common.ts'
import { ReportOverview, ReportReceipt, SheetReceipt, StoredReport } from '../../schema/api/reports.ts'
import { RoundStandings, StandingExplanation } from '../../schema/api/standings.ts'
import { app } from '../../worker/app.ts'
import { writeCsv } from '../../worker/files/sheets/write.ts'
import { aBoard, anOpenRound, inOrder, twoSources } from '../support/board.ts'
import type { Answer } from '../support/client.ts'
import { aCounty, type TestCounty } from '../support/county.ts'

let jingtai: TestCounty
let board: string
let round: string
let township: string
let village: string
beforeAll(async () => {
  jingtai = await aCounty('620423')
  township = jingtai.townships[0]?.id ?? ''
  village = jingtai.villagesOf(township)[0]?.id ?? ''
  const made = await aBoard(jingtai, { policy: twoSources })
  board = made.id
  round = (await anOpenRound(jingtai, made)).id
})

type Step = [route: string, schema: z.ZodType | null, path: () => string, body?: () => unknown]

const steps: Step[] = [
  ['GET /campaigns', page(Campaign), () => '/campaigns'],
  ['GET /boards', page(Board), () => '/boards'],
  ['GET /boards/{id}', Board, () => `/boards/${board}`],
  ['PATCH /boards/{id}', Board, () => `/boards/${board}`, () => ({ name: '红黄绿榜' })],
  ['GET /boards/{id}/rounds', page(Round), () => `/boards/${board}/rounds`],
  [
    'POST /boards/{id}/rounds',
    Round,
    () => `/boards/${board}/rounds`,
    () => ({ opensAt: '2091-01-01T00:00:00Z', closesAt: '2091-01-02T00:00:00Z' }),
  ],
  ['GET /rounds/{id}', RoundDetail, () => `/rounds/${round}`],
  ['PATCH /rounds/{id}', Round, () => `/rounds/${round}`, () => ({ closesAt: '2090-01-01T00:00:00Z' })],
  ['PUT /rounds/{id}/roster', Round, () => `/rounds/${round}/roster`, () => ({})],
  [
    'PUT /rounds/{id}/exemptions/{subject}',
    Round,
    () => `/rounds/${round}/exemptions/${village}`,
    () => ({ reason: '搬迁' }),
  ],
  ['DELETE /rounds/{id}/exemptions/{subject}', Round, () => `/rounds/${round}/exemptions/${village}`],
  [
    'PUT /rounds/{id}/reports/{source}/{reporter}',
    ReportReceipt,
    () => `/rounds/${round}/reports/township/${township}`,
    () => ({ entries: inOrder(jingtai, township).map((entry) => ({ ...entry, value: 1 })) }),
  ],
  [
    'GET /rounds/{id}/reports/{source}/{reporter}',
    StoredReport,
    () => `/rounds/${round}/reports/township/${township}`,
  ],
  ['GET /rounds/{id}/reports', ReportOverview, () => `/rounds/${round}/reports`],
  [
    'POST /rounds/{id}/reports/{source}/{reporter}/sheet',
    SheetReceipt,
    () => `/rounds/${round}/reports/township/${township}/sheet?dryRun=true`,
    () => writeCsv({ header: ['村名', '名次'], rows: [['无此地村', 1]] }),
  ],
  ['GET /rounds/{id}/standings', RoundStandings, () => `/rounds/${round}/standings`],
  [
    'GET /rounds/{id}/standings/{subject}',
    StandingExplanation,
    () => `/rounds/${round}/standings/${village}`,
  ],
  ['GET /rounds/{id}/sheet', null, () => `/rounds/${round}/sheet`],
  [
    'DELETE /rounds/{id}/reports/{source}/{reporter}',
    null,
    () => `/rounds/${round}/reports/township/${township}`,
  ],
  ['PUT /rounds/{id}/closure', Round, () => `/rounds/${round}/closure`, () => ({})],
]

test.each(steps)('%s answers in the shape that the document promises', async (route, schema, path, body) => {
  const [method = '', template = ''] = route.split(' ')
  const answer: Answer = await jingtai.office.send(method, jingtai.at(path()), body?.(), {})
  expect(answer.status, answer.text).toBeLessThan(300)
  expect(document(template, method)).toHaveProperty(['responses', String(answer.status)])
  // Parsing drops what the schema does not name, so equality also means that nothing more is said.
  if (schema) expect(schema.parse(answer.body)).toEqual(answer.body)
})

function document(template: string, method: string): unknown {
  const { paths = {} } = app.getOpenAPI31Document({ openapi: '3.1.0', info: { title: '', version: '' } })
  const item: Record<string, unknown> = { ...paths[`/api/v1/counties/{county}${template}`] }
  return item[method.toLowerCase()]
}
