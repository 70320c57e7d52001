import { createRoute, OpenAPIHono, z } from '@hono/zod-openapi'
import { Id } from '../../schema/api/common.ts'
import {
  Erased,
  MemberErasure,
  NameErasure,
  NameFound,
  NameSearch,
  PersonalData,
} from '../../schema/api/privacy.ts'
import { eraseMember, erasePerson } from '../actions/privacy/erase-person.ts'
import { findName } from '../actions/privacy/find-name.ts'
import { personalData } from '../actions/privacy/personal-data.ts'
import { body, json, problem } from '../http/answers.ts'
import type { AppEnv } from '../http/app-env.ts'
import { countyContext } from '../http/county-context.ts'
import { may } from '../http/may.ts'
import { refuseInvalid } from '../http/validation.ts'

const params = z.object({ id: Id })

const own = createRoute({
  method: 'get',
  path: '/personal-data/own',
  ...may('own.read'),
  responses: { 200: json(PersonalData, 'What the county holds about whoever asks'), ...problem },
})
const ofMember = createRoute({
  method: 'get',
  path: '/members/{id}/personal-data',
  ...may('person.read'),
  request: { params },
  responses: { 200: json(PersonalData, 'What the county holds about one of its members'), ...problem },
})
const search = createRoute({
  method: 'post',
  path: '/personal-data/searches',
  ...may('person.read'),
  request: { body: body(NameSearch) },
  responses: { 200: json(NameFound, 'Where a name stands; kept out of addresses and logs'), ...problem },
})
const eraseOne = createRoute({
  method: 'put',
  path: '/members/{id}/erasure',
  ...may('person.erase'),
  request: { params, body: body(MemberErasure) },
  responses: { 200: json(Erased, 'Erased; what a human has to edit'), ...problem },
})
const eraseNamed = createRoute({
  method: 'put',
  path: '/personal-data/erasures/{id}',
  ...may('person.erase'),
  request: { params, body: body(NameErasure) },
  responses: { 200: json(Erased, 'Erased; what a human has to edit'), ...problem },
})

export const privacyRoutes = new OpenAPIHono<AppEnv>({ defaultHook: refuseInvalid })
  .openapi(own, async (c) => c.json(await personalData(c.var, c.var.member.id, c.var.language), 200))
  .openapi(ofMember, async (c) =>
    c.json(await personalData(c.var, c.req.valid('param').id, c.var.language), 200),
  )
  .openapi(search, async (c) => c.json(await findName(c.var, c.req.valid('json').name, c.var.language), 200))
  .openapi(eraseOne, async (c) => {
    const { id } = c.req.valid('param')
    return c.json(await eraseMember(countyContext(c), id, c.req.valid('json'), c.var.language), 200)
  })
  .openapi(eraseNamed, async (c) => {
    const { id } = c.req.valid('param')
    return c.json(await erasePerson(countyContext(c), id, c.req.valid('json'), c.var.language), 200)
  })
