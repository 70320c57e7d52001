import { z } from 'zod'
import { Instant } from './common.ts'

/** Six digits of an authenticator app, or a recovery code, with or without its dash. */
export const Code = z.string().trim().min(6).max(40)

/** The password was right; a code is to follow with this ticket. */
export const CodeAsked = z.object({ ticket: z.string(), expiresAt: Instant })
export type CodeAsked = z.infer<typeof CodeAsked>

export const SecondStep = z.strictObject({ ticket: z.string().min(1).max(2000), code: Code })
export type SecondStep = z.infer<typeof SecondStep>

export const SecondFactorState = z.object({
  on: z.boolean(),
  since: Instant.nullable(),
  recoveryCodesLeft: z.int(),
})
export type SecondFactorState = z.infer<typeof SecondFactorState>

/** Shown once, for the authenticator app: as Base32 to type, and as the address in a QR code. */
export const Enrolment = z.object({ secret: z.string(), uri: z.string() })
export type Enrolment = z.infer<typeof Enrolment>

/** Shown once. */
export const RecoveryCodes = z.object({ recoveryCodes: z.array(z.string()) })
export type RecoveryCodes = z.infer<typeof RecoveryCodes>

/** Whether a county wants a second factor of its administrators. */
export const SecondFactorRule = z.strictObject({ required: z.boolean() })
export type SecondFactorRule = z.infer<typeof SecondFactorRule>
