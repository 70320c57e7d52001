import { createRoute, OpenAPIHono, z } from '@hono/zod-openapi'
import {
  Bulletin,
  BulletinChange,
  BulletinDetail,
  BulletinIssue,
  BulletinQuery,
  BulletinRules,
  BulletinWithdrawal,
  ChatText,
  NewBulletin,
} from '../../schema/api/bulletins.ts'
import { Id, page } from '../../schema/api/common.ts'
import { bulletinAnnex, bulletinChat, bulletinDocx } from '../actions/bulletins/bulletin-files.ts'
import { changeBulletin } from '../actions/bulletins/change-bulletin.ts'
import { composeBulletin } from '../actions/bulletins/compose-bulletin.ts'
import { discardBulletin, issueBulletin, withdrawBulletin } from '../actions/bulletins/issue-bulletin.ts'
import { bulletinsInReach, readBulletin } from '../actions/bulletins/read-bulletins.ts'
import { bulletinRules, setBulletinRules } from '../actions/bulletins/rules.ts'
import { body, json, problem } from '../http/answers.ts'
import type { AppEnv } from '../http/app-env.ts'
import { countyContext } from '../http/county-context.ts'
import { attachment, docx, fileAnswer, xlsxAnswer } from '../http/downloads.ts'
import { may } from '../http/may.ts'
import { refuseInvalid } from '../http/validation.ts'

const params = z.object({ id: Id })

const list = createRoute({
  method: 'get',
  path: '/bulletins',
  ...may('bulletin.read'),
  request: { query: BulletinQuery },
  responses: { 200: json(page(Bulletin), 'Bulletins, the newest first'), ...problem },
})

const compose = createRoute({
  method: 'post',
  path: '/bulletins',
  ...may('bulletin.write'),
  request: { body: body(NewBulletin) },
  responses: {
    200: json(BulletinDetail, 'The draft, composed before by the same request'),
    201: json(BulletinDetail, 'The new draft, composed from the data of its days'),
    ...problem,
  },
})

const show = createRoute({
  method: 'get',
  path: '/bulletins/{id}',
  ...may('bulletin.read'),
  request: { params },
  responses: { 200: json(BulletinDetail, 'The bulletin with what its data blocks show'), ...problem },
})

const change = createRoute({
  method: 'patch',
  path: '/bulletins/{id}',
  ...may('bulletin.write'),
  request: { params, body: body(BulletinChange) },
  responses: { 200: json(BulletinDetail, 'The changed draft'), ...problem },
})

const issue = createRoute({
  method: 'put',
  path: '/bulletins/{id}/issue',
  ...may('bulletin.write', { leavesWork: true }),
  request: { params, body: body(BulletinIssue) },
  responses: { 200: json(BulletinDetail, 'The bulletin, frozen'), ...problem },
})

const withdraw = createRoute({
  method: 'put',
  path: '/bulletins/{id}/withdrawal',
  ...may('bulletin.write', { leavesWork: true }),
  request: { params, body: body(BulletinWithdrawal) },
  responses: { 200: json(BulletinDetail, 'The bulletin, withdrawn'), ...problem },
})

const discard = createRoute({
  method: 'delete',
  path: '/bulletins/{id}',
  ...may('bulletin.write', { leavesWork: true }),
  request: { params },
  responses: { 204: { description: 'The draft has been discarded' }, ...problem },
})

const paper = createRoute({
  method: 'get',
  path: '/bulletins/{id}/document.docx',
  ...may('bulletin.read'),
  request: { params },
  responses: { 200: fileAnswer(docx, 'The bulletin as a paper to print'), ...problem },
})

const annex = createRoute({
  method: 'get',
  path: '/bulletins/{id}/annex.xlsx',
  ...may('bulletin.read'),
  request: { params },
  responses: { 200: xlsxAnswer('Each table of its data as a worksheet'), ...problem },
})

const chat = createRoute({
  method: 'get',
  path: '/bulletins/{id}/chat',
  ...may('bulletin.read'),
  request: { params },
  responses: { 200: json(ChatText, 'The bulletin as text for a chat group'), ...problem },
})

const rules = createRoute({
  method: 'get',
  path: '/bulletin-rules',
  ...may('bulletin.read'),
  responses: { 200: json(BulletinRules, 'Which bulletins are drafted by themselves'), ...problem },
})

const setRules = createRoute({
  method: 'put',
  path: '/bulletin-rules',
  ...may('bulletin.write', { leavesWork: true }),
  request: { body: body(BulletinRules) },
  responses: { 200: json(BulletinRules, 'As they are now'), ...problem },
})

export const bulletinRoutes = new OpenAPIHono<AppEnv>({ defaultHook: refuseInvalid })
  .openapi(list, async (c) => c.json(await bulletinsInReach(c.var, c.req.valid('query')), 200))
  .openapi(compose, async (c) => {
    const { made, shown } = await composeBulletin(countyContext(c), c.req.valid('json'))
    return made ? c.json(shown, 201) : c.json(shown, 200)
  })
  .openapi(show, async (c) => c.json(await readBulletin(c.var, c.req.valid('param').id), 200))
  .openapi(change, async (c) =>
    c.json(await changeBulletin(countyContext(c), c.req.valid('param').id, c.req.valid('json')), 200),
  )
  .openapi(issue, async (c) => {
    const { version } = c.req.valid('json')
    return c.json(await issueBulletin(countyContext(c), c.req.valid('param').id, version), 200)
  })
  .openapi(withdraw, async (c) => {
    const { reason } = c.req.valid('json')
    return c.json(await withdrawBulletin(countyContext(c), c.req.valid('param').id, reason), 200)
  })
  .openapi(discard, async (c) => {
    await discardBulletin(countyContext(c), c.req.valid('param').id)
    return c.body(null, 204)
  })
  .openapi(rules, async (c) => c.json(await bulletinRules(c.var.db), 200))
  .openapi(setRules, async (c) => c.json(await setBulletinRules(countyContext(c), c.req.valid('json')), 200))
  .openapi(paper, async (c) => {
    const { name, bytes } = await bulletinDocx(countyContext(c), c.req.valid('param').id)
    return attachment(c, { name, bytes, type: docx })
  })
  .openapi(annex, async (c) => attachment(c, await bulletinAnnex(countyContext(c), c.req.valid('param').id)))
  .openapi(chat, async (c) => c.json(await bulletinChat(countyContext(c), c.req.valid('param').id), 200))
