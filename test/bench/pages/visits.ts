import { eq, sql } from 'drizzle-orm'
import { area } from '../../../schema/tables/county.ts'
import { publish } from '../../../worker/actions/publication/publish.ts'
import { closeRound } from '../../../worker/actions/rounds/close-round.ts'
import { aFullBoard } from '../../support/full-board.ts'
import { benchOffice, type HostedCounty } from '../rounds/hosted-county.ts'
import type { Cookie } from './fresh-browser.ts'

export type Visit = {
  name: string
  url: string
  runs: number
  /** Whether search engines are to find it: only then Lighthouse's word on that counts. */
  found?: true
  /** Who comes; nobody where it is missing. Signs in anew each time. */
  cookies?: () => Promise<Cookie[]>
}

/** The pages people open first, in a county of 151 villages, three weeks in. */
export async function visitsTo(county: HostedCounty): Promise<Visit[]> {
  const { board, village } = await threeWeeks(county)
  const { url } = county.host
  const cookies = () => signIn(url)
  const found = true
  return [
    { name: 'public board', url: `${url}/c/620423/boards/${board}`, runs: 3, found },
    { name: 'public village', url: `${url}/c/620423/villages/${village}`, runs: 3, found },
    { name: 'sign-up', url: `${url}/signup/`, runs: 3 },
    { name: 'sign-in', url: `${url}/signin/`, runs: 3 },
    { name: 'field app', url: `${url}/field/`, runs: 5, cookies },
    { name: 'console cockpit', url: `${url}/console/620423/cockpit`, runs: 3, cookies },
    {
      ...{ name: 'platform', url: `${url}/console/platform`, runs: 3 },
      cookies: async () => {
        await letSeePlatform(county)
        return cookies()
      },
    },
  ]
}

async function threeWeeks({ context }: HostedCounty): Promise<{ board: string; village: string }> {
  const board = await aFullBoard(await context())
  for (let week = 0; week < 3; week++) {
    const round = await board.week(await context(), week)
    await closeRound(await context(), round.id)
    await publish(await context(), round.id, {})
  }
  const { db } = await context()
  const village = await db.first(area, eq(area.level, 'village'), { orderBy: area.id })
  return { board: board.id, village: village?.id ?? '' }
}

/** The office's account is the service's administrator too from now on. */
async function letSeePlatform({ context }: HostedCounty): Promise<void> {
  const { control } = await context()
  const { login } = benchOffice
  await control.run({ sql: sql`update account set platform = 1 where login = ${login}`, decode: () => null })
}

async function signIn(origin: string): Promise<Cookie[]> {
  const answer = await fetch(`${origin}/api/v1/sessions`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin },
    body: JSON.stringify(benchOffice),
  })
  if (!answer.ok) throw new Error(`Signing in was answered with ${answer.status}`)
  // Their names promise that they were set safely, which nobody can see from here.
  const url = origin.replace('http:', 'https:')
  return answer.headers.getSetCookie().map((line) => {
    const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? []
    return { name, value, url, secure: true, httpOnly: true }
  })
}
