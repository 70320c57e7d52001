import { createRoute, OpenAPIHono, z } from '@hono/zod-openapi'
import { Id, PageQuery, page } from '../../schema/api/common.ts'
import { Member, MemberChange, NewMember, NewMembers, OneTimeLink } from '../../schema/api/identity.ts'
import { inviteMembers } from '../actions/identity/invite-members.ts'
import { changeMember, inviteMember, memberOf, resetMember } from '../actions/identity/members.ts'
import { selectMembers } from '../data/members.ts'
import { selectSecured } from '../data/second-factors.ts'
import { body, json, paged, problem } from '../http/answers.ts'
import type { AppEnv } from '../http/app-env.ts'
import { countyContext } from '../http/county-context.ts'
import { may } from '../http/may.ts'
import { refuseInvalid } from '../http/validation.ts'

const Invited = z.object({ member: Member, activation: OneTimeLink })

const list = createRoute({
  method: 'get',
  path: '/members',
  ...may('member.read'),
  request: { query: PageQuery },
  responses: { 200: json(page(Member), 'Members in the order they were added'), ...problem },
})

const invite = createRoute({
  method: 'post',
  path: '/members',
  ...may('member.write'),
  request: { body: body(NewMember) },
  responses: { 201: json(Invited, 'The member and a one-time link, shown only now'), ...problem },
})

const inviteMany = createRoute({
  method: 'post',
  path: '/members/invitations',
  ...may('member.write'),
  request: { body: body(NewMembers) },
  responses: {
    201: json(z.object({ items: z.array(Invited) }), 'The members and their one-time links, shown only now'),
    ...problem,
  },
})

const reset = createRoute({
  method: 'post',
  path: '/members/{id}/reset',
  ...may('member.write'),
  request: { params: z.object({ id: Id }) },
  responses: { 201: json(Invited, 'A one-time link, shown only now'), ...problem },
})

const change = createRoute({
  method: 'patch',
  path: '/members/{id}',
  ...may('member.write'),
  request: { params: z.object({ id: Id }), body: body(MemberChange) },
  responses: { 200: json(Member, 'The changed member'), ...problem },
})

export const memberRoutes = new OpenAPIHono<AppEnv>({ defaultHook: refuseInvalid })
  .openapi(list, async (c) => {
    const { cursor, limit = 100 } = c.req.valid('query')
    const { control, county } = c.var
    const [rows, secured] = await control.run(
      selectMembers(county.id, limit + 1, cursor),
      selectSecured(county.id),
    )
    const members = rows.map((row) => ({ ...memberOf(row), secondFactor: secured.includes(row.id) }))
    return c.json(
      paged(members, limit, (row) => row.id),
      200,
    )
  })
  .openapi(invite, async (c) => {
    c.header('x-secret', '1')
    return c.json(await inviteMember(countyContext(c), c.req.valid('json')), 201)
  })
  .openapi(inviteMany, async (c) => {
    c.header('x-secret', '1')
    return c.json({ items: await inviteMembers(countyContext(c), c.req.valid('json').members) }, 201)
  })
  .openapi(reset, async (c) => {
    c.header('x-secret', '1')
    return c.json(await resetMember(countyContext(c), c.req.valid('param').id), 201)
  })
  .openapi(change, async (c) =>
    c.json(await changeMember(countyContext(c), c.req.valid('param').id, c.req.valid('json')), 200),
  )
