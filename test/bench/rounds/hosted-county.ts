import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { CountyId } from '../../../schema/tables/keys.ts'
import type { CountyContext } from '../../../worker/actions/context.ts'
import { signUp } from '../../../worker/actions/identity/sign-up.ts'
import { makeToken } from '../../../worker/actions/identity/tokens.ts'
import { systemContext, tick } from '../../../worker/actions/tick.ts'
import { ControlDb } from '../../../worker/data/control-db.ts'
import type { Env } from '../../../worker/env.ts'
import { type Host, type HostOptions, startHost } from '../../../worker/local/host.ts'
import { envOf } from '../host-env.ts'

/** A county on a local host of its own, with real areas, and a machine's token of its office. */
export type HostedCounty = {
  host: Host
  id: CountyId
  token: string
  /** The county as its jobs see it now, in this process, on the host's databases, with a meter of its own. */
  context: () => Promise<CountyContext>
}

/** Who signs in to a hosted county in a browser. */
export const benchOffice = { login: 'bench-office', password: 'a-long-sentence-of-the-bench' }

/** Starts a host in a temporary folder, brings a county in, works with it and takes everything away again. */
export async function withHostedCounty<Result>(
  code: string,
  work: (county: HostedCounty) => Promise<Result>,
  options: Pick<HostOptions, 'vars' | 'workerLog'> = {},
): Promise<Result> {
  const dataDir = mkdtempSync(join(tmpdir(), 'xiangbang-bench-'))
  const host = await startHost({ dataDir, log: () => {}, ...options })
  try {
    return await work(await aHostedCounty(host, code))
  } finally {
    await host.stop()
    rmSync(dataDir, { recursive: true, force: true })
  }
}

/** Signs a county up on a host and brings its areas in. */
export async function aHostedCounty(host: Host, code: string): Promise<HostedCounty> {
  const env = await envOf(host.mf)
  const account = { ...benchOffice, name: '整治办' }
  const platform = { env, control: new ControlDb(env.CONTROL), now: new Date(), origin: '' }
  const { county } = await signUp(platform, { county: code, office: '整治办', account })
  await tick(env, county.id, new Date())
  const context = () => asSystem(env, county.id)
  const wanted = { name: 'bench', role: 'county_admin', expiresInDays: 1 } as const
  const { secret } = await makeToken(await context(), wanted)
  return { host, id: county.id, token: secret, context }
}

async function asSystem(env: Env, county: CountyId): Promise<CountyContext> {
  const context = await systemContext(env, county, new Date())
  if (!context) throw new Error('the county is gone')
  Object.assign(context.db.cost, { trips: 0, statements: 0, rowsRead: 0, rowsWritten: 0, milliseconds: 0 })
  return context
}
