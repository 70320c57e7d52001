import { createRoute, OpenAPIHono, z } from '@hono/zod-openapi'
import { Id } from '../../schema/api/common.ts'
import { RoundInput } from '../../schema/api/ranking.ts'
import { RoundStandings, StandingExplanation } from '../../schema/api/standings.ts'
import { explainStanding } from '../actions/rounds/explain-standing.ts'
import { readInputs } from '../actions/rounds/read-inputs.ts'
import { readStandings } from '../actions/rounds/read-standings.ts'
import { standingsSheet } from '../actions/rounds/standings-sheet.ts'
import { sha256 } from '../data/sha256.ts'
import { json, problem } from '../http/answers.ts'
import type { AppEnv } from '../http/app-env.ts'
import { countyContext } from '../http/county-context.ts'
import { saveAs } from '../http/file-name.ts'
import { may } from '../http/may.ts'
import { refuseInvalid } from '../http/validation.ts'

const params = z.object({ id: Id })
const xlsx = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

const show = createRoute({
  method: 'get',
  path: '/rounds/{id}/standings',
  ...may('standings.read'),
  request: { params, headers: z.object({ 'if-none-match': z.string().optional() }) },
  responses: {
    200: json(RoundStandings, 'The published standings, or the draft of the last accepted report'),
    304: { description: 'Unchanged since the entity tag that was sent' },
    ...problem,
  },
})

const explain = createRoute({
  method: 'get',
  path: '/rounds/{id}/standings/{subject}',
  ...may('standings.read'),
  request: { params: z.object({ id: Id, subject: Id }) },
  responses: { 200: json(StandingExplanation, 'Why the subject stands where it stands'), ...problem },
})

const inputs = createRoute({
  method: 'get',
  path: '/rounds/{id}/inputs',
  ...may('revision.read'),
  request: { params },
  responses: { 200: json(RoundInput, 'What the standings shown follow from, to rank anew'), ...problem },
})

const sheet = createRoute({
  method: 'get',
  path: '/rounds/{id}/sheet',
  ...may('standings.read'),
  request: { params },
  responses: {
    200: {
      description: 'The standings as a spreadsheet',
      content: { [xlsx]: { schema: z.string().openapi({ format: 'binary' }) } },
    },
    ...problem,
  },
})

export const standingRoutes = new OpenAPIHono<AppEnv>({ defaultHook: refuseInvalid })
  .openapi(show, async (c) => {
    const { standings } = await readStandings(countyContext(c), c.req.valid('param').id)
    const body = JSON.stringify(standings)
    // Of the answer itself: it also follows from the round before, which a correction may change.
    const headers = { etag: `"${await sha256(body)}"`, 'cache-control': 'private, no-cache' }
    if (c.req.valid('header')['if-none-match'] === headers.etag) return c.body(null, 304, headers)
    return c.body(body, 200, { ...headers, 'content-type': 'application/json' })
  })
  .openapi(explain, async (c) => {
    const { id, subject } = c.req.valid('param')
    return c.json(await explainStanding(countyContext(c), id, subject), 200)
  })
  .openapi(inputs, async (c) => c.json(await readInputs(countyContext(c), c.req.valid('param').id), 200))
  .openapi(sheet, async (c) => {
    const { name, bytes } = await standingsSheet(countyContext(c), c.req.valid('param').id, c.var.language)
    c.header('content-type', xlsx)
    c.header('content-disposition', saveAs(name, 'xlsx'))
    return c.body(new Uint8Array(bytes), 200)
  })
