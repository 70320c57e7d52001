import { createRoute, OpenAPIHono, z } from '@hono/zod-openapi'
import type { Context } from 'hono'
import { AccountSummary, OwnSession, PasswordChange } from '../../schema/api/identity.ts'
import { Code, Enrolment, RecoveryCodes, SecondFactorState } from '../../schema/api/second-factor.ts'
import { changeOwnPassword } from '../actions/identity/change-password.ts'
import { ownSessions } from '../actions/identity/me.ts'
import {
  confirmEnrolment,
  endSecondFactor,
  type Owner,
  renewRecoveryCodes,
  secondFactorOf,
  startEnrolment,
} from '../actions/identity/second-factor/enrol.ts'
import type { SessionRow } from '../data/callers.ts'
import { revokeOtherSessions } from '../data/sessions.ts'
import { body, json, problem } from '../http/answers.ts'
import type { AppEnv } from '../http/app-env.ts'
import { accountCaller } from '../http/caller.ts'
import { platformContext } from '../http/county-context.ts'
import { handOver, requireSafeTransport } from '../http/open-session.ts'
import { refuseInvalid } from '../http/validation.ts'
import { visitorAddress } from '../http/visitor.ts'
import { Problem } from '../problems/problem.ts'

/** For whoever is signed in, about their own account. */
const own = { middleware: accountCaller, security: [{ session: [] }] }
const Password = z.string().min(1).max(128)

const sessions = createRoute({
  method: 'get',
  path: '/me/sessions',
  ...own,
  responses: {
    200: json(z.object({ items: z.array(OwnSession) }), 'Where the account is signed in'),
    ...problem,
  },
})

const endOthers = createRoute({
  method: 'delete',
  path: '/me/sessions',
  ...own,
  responses: { 204: { description: 'Signed out everywhere but here' }, ...problem },
})

const password = createRoute({
  method: 'put',
  path: '/me/password',
  ...own,
  request: { body: body(PasswordChange) },
  responses: {
    200: json(AccountSummary, 'The new password holds; every session has ended, a fresh one is open here'),
    ...problem,
  },
})

const factor = createRoute({
  method: 'get',
  path: '/me/second-factor',
  ...own,
  responses: { 200: json(SecondFactorState, 'Whether the second factor is on'), ...problem },
})

const start = createRoute({
  method: 'post',
  path: '/me/second-factor',
  ...own,
  request: { body: body(z.strictObject({ password: Password })) },
  responses: { 201: json(Enrolment, 'A secret for the authenticator app, shown only now'), ...problem },
})

const confirmation = createRoute({
  method: 'post',
  path: '/me/second-factor/confirmation',
  ...own,
  request: { body: body(z.strictObject({ code: Code })) },
  responses: { 201: json(RecoveryCodes, 'It is on; the recovery codes are shown only now'), ...problem },
})

const codes = createRoute({
  method: 'post',
  path: '/me/second-factor/recovery-codes',
  ...own,
  request: { body: body(z.strictObject({ code: Code })) },
  responses: {
    201: json(RecoveryCodes, 'New recovery codes in place of the old, shown only now'),
    ...problem,
  },
})

const removal = createRoute({
  method: 'post',
  path: '/me/second-factor/removal',
  ...own,
  request: { body: body(z.strictObject({ password: Password, code: Code })) },
  responses: { 204: { description: 'It is off' }, ...problem },
})

export const accountRoutes = new OpenAPIHono<AppEnv>({ defaultHook: refuseInvalid })
  .openapi(sessions, async (c) => {
    return c.json({ items: await ownSessions(c.var.control, sessionOf(c), c.var.now) }, 200)
  })
  .openapi(endOthers, async (c) => {
    const { id, account } = sessionOf(c)
    await c.var.control.run(revokeOtherSessions(account.id, id, c.var.now.toISOString()))
    return c.body(null, 204)
  })
  .openapi(password, async (c) => {
    requireSafeTransport(c)
    const opened = await changeOwnPassword(platformContext(c), ownerOf(c), c.req.valid('json'))
    await handOver(c, opened)
    const { id, login, name, platform } = opened.account
    return c.json({ id, login, name, platform }, 200)
  })
  .openapi(factor, async (c) =>
    c.json(await secondFactorOf(platformContext(c), sessionOf(c).account.id), 200),
  )
  .openapi(start, async (c) => {
    requireSafeTransport(c)
    return c.json(await startEnrolment(platformContext(c), ownerOf(c), c.req.valid('json').password), 201)
  })
  .openapi(confirmation, async (c) => {
    requireSafeTransport(c)
    const { recoveryCodes, opened } = await confirmEnrolment(
      platformContext(c),
      ownerOf(c),
      c.req.valid('json').code,
    )
    await handOver(c, opened)
    return c.json({ recoveryCodes }, 201)
  })
  .openapi(codes, async (c) => {
    requireSafeTransport(c)
    const recoveryCodes = await renewRecoveryCodes(platformContext(c), ownerOf(c), c.req.valid('json').code)
    return c.json({ recoveryCodes }, 201)
  })
  .openapi(removal, async (c) => {
    requireSafeTransport(c)
    await handOver(c, await endSecondFactor(platformContext(c), ownerOf(c), c.req.valid('json')))
    return c.body(null, 204)
  })

function ownerOf(c: Context<AppEnv>): Owner {
  return { account: sessionOf(c).account, address: visitorAddress(c) }
}

/** `accountCaller` has made sure of it. */
function sessionOf(c: Context<AppEnv>): SessionRow {
  if (!c.var.session) throw new Problem('signed_out')
  return c.var.session
}
