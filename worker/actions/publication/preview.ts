import { jwtVerify, SignJWT } from 'jose'
import type { Preview } from '../../../schema/api/previews.ts'
import type { Env } from '../../env.ts'
import { Problem } from '../../problems/problem.ts'
import { record } from '../audit.ts'
import type { CountyContext } from '../context.ts'

/** Long enough to show it around the office; there is no other end to a link once given. */
const previewDays = 3

/**
 * A link under which the public site of a county on trial can be seen for three days by whoever has it.
 * Errors: county_approved (everybody sees the site itself).
 */
export async function makePreview(context: CountyContext): Promise<Preview> {
  const { county, db, env, now, origin } = context
  if (county.status === 'approved') throw new Problem('county_approved')
  const expires = Math.floor(now.getTime() / 1000) + previewDays * 86_400
  const token = await new SignJWT()
    .setProtectedHeader({ alg: 'HS256' })
    .setSubject(county.id)
    .setIssuer('xiangbang')
    .setAudience('preview')
    .setIssuedAt(Math.floor(now.getTime() / 1000))
    .setExpirationTime(expires)
    .sign(key(env))
  const expiresAt = new Date(expires * 1000).toISOString()
  await db.write(record(context, 'preview.make', county.id, { expiresAt }))
  return { url: `${origin}/c/${county.id}/preview?token=${token}`, expiresAt }
}

/** Until when a token opens the preview of a county (its id), or undefined where it does not. */
export async function previewUntil(
  env: Env,
  county: string,
  token: string,
  now: Date,
): Promise<Date | undefined> {
  try {
    const { payload } = await jwtVerify(token, key(env), {
      ...{ algorithms: ['HS256'], issuer: 'xiangbang', audience: 'preview', subject: county },
      currentDate: now,
    })
    return payload.exp === undefined ? undefined : new Date(payload.exp * 1000)
  } catch {
    return undefined
  }
}

function key(env: Env): Uint8Array {
  return new TextEncoder().encode(env.SESSION_SECRET)
}
