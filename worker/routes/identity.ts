import { createRoute, OpenAPIHono, z } from '@hono/zod-openapi'
import {
  AccountSummary,
  Activation,
  ActivationPreview,
  CountySummary,
  Me,
  SignIn,
  SignUp,
} from '../../schema/api/identity.ts'
import { CodeAsked, SecondStep } from '../../schema/api/second-factor.ts'
import { activate, previewActivation } from '../actions/identity/activate.ts'
import { me } from '../actions/identity/me.ts'
import { signInWithCode } from '../actions/identity/second-factor/sign-in-with-code.ts'
import { openSession, signIn } from '../actions/identity/sign-in.ts'
import { signUp } from '../actions/identity/sign-up.ts'
import { revokeSession } from '../data/sessions.ts'
import { body, json, problem } from '../http/answers.ts'
import type { AppEnv } from '../http/app-env.ts'
import { accountCaller, maybeCaller } from '../http/caller.ts'
import { platformContext } from '../http/county-context.ts'
import { handOver, requireSafeTransport } from '../http/open-session.ts'
import { controlReceipts } from '../http/receipts.ts'
import { clearSessionCookies } from '../http/session.ts'
import { refuseInvalid } from '../http/validation.ts'
import { visitorAddress } from '../http/visitor.ts'

const SignedIn = z.object({ account: AccountSummary })

const signUpRoute = createRoute({
  method: 'post',
  path: '/signup',
  middleware: controlReceipts,
  request: { body: body(SignUp) },
  responses: {
    201: json(z.object({ county: CountySummary, account: AccountSummary }), 'The county, signed in'),
    ...problem,
  },
})

const signInRoute = createRoute({
  method: 'post',
  path: '/sessions',
  request: { body: body(SignIn) },
  responses: {
    201: json(SignedIn, 'Signed in: session cookies are set'),
    202: json(CodeAsked, 'The password is right; the second factor is still to come'),
    ...problem,
  },
})

const secondStepRoute = createRoute({
  method: 'post',
  path: '/sessions/second-factor',
  request: { body: body(SecondStep) },
  responses: { 201: json(SignedIn, 'Signed in: session cookies are set'), ...problem },
})

const signOutRoute = createRoute({
  method: 'delete',
  path: '/sessions/current',
  middleware: maybeCaller,
  responses: { 204: { description: 'Signed out' }, ...problem },
})

const meRoute = createRoute({
  method: 'get',
  path: '/me',
  middleware: accountCaller,
  security: [{ session: [] }],
  responses: { 200: json(Me, 'The account and its counties'), ...problem },
})

const activateRoute = createRoute({
  method: 'post',
  path: '/activations',
  middleware: maybeCaller,
  request: { body: body(Activation) },
  responses: {
    200: json(SignedIn, 'The password is set; to sign in takes the second factor too'),
    201: json(SignedIn, 'The link is used and its account signed in'),
    ...problem,
  },
})

const previewRoute = createRoute({
  method: 'post',
  path: '/activations/preview',
  request: { body: body(z.strictObject({ token: z.string().min(1).max(200) })) },
  responses: { 200: json(ActivationPreview, 'What the link is for; it stays unused'), ...problem },
})

export const identityRoutes = new OpenAPIHono<AppEnv>({ defaultHook: refuseInvalid })
  .openapi(signUpRoute, async (c) => {
    requireSafeTransport(c)
    const context = platformContext(c)
    const { county, account } = await signUp(context, c.req.valid('json'))
    await handOver(c, await openSession(context, account))
    return c.json({ county, account: summary(account) }, 201)
  })
  .openapi(signInRoute, async (c) => {
    requireSafeTransport(c)
    const opened = await signIn(platformContext(c), c.req.valid('json'), visitorAddress(c))
    if ('ticket' in opened) return c.json(opened, 202)
    await handOver(c, opened)
    return c.json({ account: summary(opened.account) }, 201)
  })
  .openapi(secondStepRoute, async (c) => {
    requireSafeTransport(c)
    const opened = await signInWithCode(platformContext(c), c.req.valid('json'), visitorAddress(c))
    await handOver(c, opened)
    return c.json({ account: summary(opened.account) }, 201)
  })
  .openapi(signOutRoute, async (c) => {
    if (c.var.session) await c.var.control.run(revokeSession(c.var.session.id, c.var.now.toISOString()))
    clearSessionCookies(c)
    return c.body(null, 204)
  })
  .openapi(meRoute, async (c) => c.json(await me(c.var.control, c.var.session), 200))
  .openapi(activateRoute, async (c) => {
    requireSafeTransport(c)
    const context = platformContext(c)
    const used = await activate(context, c.req.valid('json'), c.var.session?.account.id)
    const account = used.account
    if (used.codeWanted) return c.json({ account: summary(account) }, 200)
    await handOver(c, await openSession(context, account))
    return c.json({ account: summary(account) }, 201)
  })
  .openapi(previewRoute, async (c) =>
    c.json(await previewActivation(platformContext(c), c.req.valid('json').token), 200),
  )

function summary({ id, login, name, platform }: AccountSummary): AccountSummary {
  return { id, login, name, platform }
}
