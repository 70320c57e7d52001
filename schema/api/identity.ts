import { z } from 'zod'
import { Role, Scope } from './access.ts'
import { Id, Instant, Name } from './common.ts'

export const Login = z
  .string()
  .trim()
  .toLowerCase()
  .min(3)
  .max(64)
  .regex(/^[a-z0-9][a-z0-9._@+-]*$/)
/** Length only here; commonness is checked by the server. No composition rules. */
export const Password = z.string().min(10).max(128)

export const AccountSummary = z.object({
  id: z.string(),
  login: z.string(),
  name: z.string(),
  platform: z.boolean(),
})
export type AccountSummary = z.infer<typeof AccountSummary>

export const CountyStatus = z.enum(['trial', 'approved'])
export const CountySummary = z.object({
  id: z.string(),
  code: z.string(),
  name: z.string(),
  status: CountyStatus,
  /** Stopped by the platform: it can be read, not changed. */
  suspended: z.boolean().optional(),
})
export type CountySummary = z.infer<typeof CountySummary>

export const SignUp = z.strictObject({
  /** The county's 6-digit code in the national divisions. */
  county: z.string().regex(/^\d{6}$/),
  office: Name,
  account: z.strictObject({ name: Name, login: Login, password: Password }),
})
export type SignUp = z.infer<typeof SignUp>

export const SignIn = z.strictObject({
  login: z.string().trim().toLowerCase().min(1).max(64),
  password: z.string().min(1).max(128),
})
export type SignIn = z.infer<typeof SignIn>

export const Activation = z.strictObject({
  token: z.string().min(1).max(200),
  /** Left out by somebody who is signed in to the account that already has this login. */
  password: Password.optional(),
})
export type Activation = z.infer<typeof Activation>

/** What a one-time link is for, so that its page can say so before anything is asked. */
export const ActivationPreview = z.object({
  kind: z.enum(['invitation', 'reset', 'platform']),
  login: z.string(),
  county: z.string().nullable(),
  /** True where the login already has an account: sign in to accept. */
  accountExists: z.boolean(),
})

export const Me = z.object({
  account: AccountSummary,
  /** Whether the account signs in with an authenticator app beside its password. */
  secondFactor: z.boolean(),
  memberships: z.array(
    z.object({
      id: z.string(),
      county: CountySummary,
      role: Role,
      scope: Scope,
      /** The county wants a second factor of its administrators, and this one has none: nothing opens until then. */
      needsSecondFactor: z.boolean(),
    }),
  ),
})
export type Me = z.infer<typeof Me>

export const PasswordChange = z.strictObject({ current: z.string().min(1).max(128), password: Password })
export type PasswordChange = z.infer<typeof PasswordChange>

/** A browser where the account is signed in; `here` is the one that asks. */
export const OwnSession = z.object({
  id: z.string(),
  startedAt: Instant,
  usedAt: Instant,
  endsAt: Instant,
  here: z.boolean(),
})
export type OwnSession = z.infer<typeof OwnSession>

export const NewMember = z.strictObject({
  id: Id.optional(),
  name: Name,
  login: Login,
  role: Role,
  /** Area or unit id; absent for the whole county. */
  scope: Id.optional(),
})
export type NewMember = z.infer<typeof NewMember>

export const Member = z.object({
  id: z.string(),
  name: z.string(),
  login: z.string(),
  role: Role,
  scope: Scope,
  state: z.enum(['invited', 'active', 'disabled']),
  /** In the list alone: whether the account signs in with an authenticator app too. */
  secondFactor: z.boolean().optional(),
})
export type Member = z.infer<typeof Member>

/** `role` and `scope` go together: a new role needs the scope that fits it, null for the whole county. */
export const MemberChange = z.strictObject({
  disabled: z.boolean().optional(),
  role: Role.optional(),
  scope: Id.nullable().optional(),
})
export type MemberChange = z.infer<typeof MemberChange>

/** Many invitations at once, all or none. */
export const NewMembers = z.strictObject({ members: z.array(NewMember).min(1).max(200) })
export type NewMembers = z.infer<typeof NewMembers>

/** A one-time link. `url` and `token` are shown once and never stored in the clear. */
export const OneTimeLink = z.object({ url: z.string(), token: z.string(), expiresAt: Instant })
export type OneTimeLink = z.infer<typeof OneTimeLink>

export const NewToken = z.strictObject({
  name: Name,
  role: Role,
  scope: Id.optional(),
  expiresInDays: z.int().min(1).max(400),
})
export const Token = z.object({
  id: z.string(),
  name: z.string(),
  role: Role,
  scope: Scope,
  createdAt: Instant,
  expiresAt: Instant,
  revokedAt: Instant.nullable(),
})
export type Token = z.infer<typeof Token>
