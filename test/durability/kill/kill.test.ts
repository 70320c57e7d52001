import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { setTimeout as wait } from 'node:timers/promises'
import type { D1Database, R2Bucket } from '@cloudflare/workers-types'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Host, startHost } from '../../../worker/local/host.ts'
import { aSignedCounty, type Signed } from './a-county.ts'
import { chance } from './chance.ts'
import { expectBytes, expectEveryWriteOnce, expectNoHalves } from './ledger.ts'
import { freePort, MortalHost } from './mortal-host.ts'
import { type Client, perTurn, takeTurn } from './week.ts'
import type { Figures } from './writer.ts'

/** Fewer while developing: KILLS=4 WRITES=400. */
const kills = Number(process.env.KILLS || 20)
const writes = Number(process.env.WRITES || 2000)
const clientsAtOnce = 8
const seed = Number(process.env.SEED || Date.now() % 1_000_000)

const folder = mkdtempSync(join(tmpdir(), 'xiangbang-kill-'))
const data = join(folder, 'data')
const figures: Figures = { acknowledged: 0, cutOff: 0, hadEffect: 0, answerLost: 0 }
let host: MortalHost
let county: Signed
let clients: Client[]
let over = false

beforeAll(async () => {
  host = new MortalHost(data, await freePort())
})
afterAll(async () => {
  await host.bury()
  rmSync(folder, { recursive: true, force: true })
})

test('killed while it lays out its first databases, the host lays out the rest the next time', async () => {
  for (const laidOut of [1, 3]) {
    host.start()
    while (host.databases() < laidOut) await Promise.race([wait(5), host.up])
    await host.kill()
  }
  host.start()
  await host.up
  expect((await fetch(`${host.url}/readyz`)).status).toBe(200)
})

test(`${clientsAtOnce} clients write ${writes} times while the host is killed ${kills} times`, async () => {
  county = await aSignedCounty(host, figures)
  clients = await Promise.all(
    county.townships
      .slice(0, clientsAtOnce)
      .map(async (township) => ({ township, own: await county.reporter(township.id), noted: [] })),
  )
  console.log(`seed ${seed}`)
  const turns = Math.ceil(writes / perTurn / clientsAtOnce)
  const killed = killNowAndThen(turns * perTurn * clientsAtOnce)
  const working = clients.map(async (client) => {
    for (let turn = 0; turn < turns; turn++) await takeTurn(county, client, turn)
  })
  const began = performance.now()
  await Promise.all([killed, ...working]).finally(() => {
    over = true
  })
  console.log(
    `${figures.acknowledged} writes by ${clients.length} clients, ${kills} kills, ${figures.cutOff} attempts cut off, ` +
      `of which ${figures.hadEffect} had had their effect, ${figures.answerLost} times "already carried out", ` +
      `${((performance.now() - began) / 1000).toFixed(0)} s`,
  )
  expect(figures.acknowledged).toBe(turns * perTurn * clientsAtOnce)
  expect(figures.cutOff).toBeGreaterThanOrEqual(kills)
})

/** Kills the host at moments that the seed chooses among the writes, every fifth time while it is starting too. */
async function killNowAndThen(total: number): Promise<void> {
  const random = chance(seed)
  const moments = Array.from({ length: kills }, () => Math.floor((0.02 + 0.94 * random()) * total))
  for (const [no, moment] of moments.sort((a, b) => a - b).entries()) {
    while (figures.acknowledged < moment && !over) await wait(1)
    await wait(20 * random())
    if (over) return
    await host.kill()
    host.start()
    if (no % 5 === 4) {
      await wait(1500 * random())
      await host.kill()
      host.start()
    }
    await host.up
  }
}

test('a workerd that outlived its host is ended by the next, which takes over its port and its data', async () => {
  await host.behead()
  expect((await fetch(`${host.url}/healthz`)).status, 'it still serves, without a clock').toBe(200)
  host.start()
  await host.up
  expect((await fetch(`${host.url}/readyz`)).status).toBe(200)
})

test('killed while it copies the databases before a migration, it has a whole copy the next time', async () => {
  await host.stop()
  rmSync(join(data, 'migrations.json'))
  const backups = join(data, 'backups')
  // Of the databases that it had laid out when it was killed at first.
  rmSync(backups, { recursive: true, force: true })
  host.start()
  while (!existsSync(backups)) await Promise.race([wait(1), host.up])
  await host.kill()
  host.start()
  await host.up
  expect(readdirSync(backups).filter((name) => name.endsWith('.part'))).toEqual([])
  const copies = readdirSync(backups)
  expect(copies.length).toBeGreaterThan(0)
  for (const copy of copies) expectSound(join(backups, copy))
})

describe('after that', () => {
  let last: Host
  let shard: D1Database
  beforeAll(async () => {
    await host.stop()
    last = await startHost({ dataDir: data, log: () => {} })
    const control = await last.mf.getD1Database('CONTROL')
    const row = await control
      .prepare('select shard from county where id = ?')
      .bind(county.id)
      .first<{ shard: number }>()
    shard = (await last.mf.getD1Database(`SHARD_0${row?.shard}`)) as unknown as D1Database
  })
  afterAll(() => last.stop())

  test('every acknowledged write is there once, as it was sent, with its audit', () =>
    expectEveryWriteOnce(shard, county, clients))

  test('no write is there by half', () => expectNoHalves(shard, county.id))

  test('every photo’s bytes are there, and no others', async () => {
    await expectBytes((await last.mf.getR2Bucket('FILES')) as unknown as R2Bucket, county.id, clients)
  })

  test('what was due is done by the next cron', async () => {
    await last.cron('*/5 * * * *')
    const stale = () =>
      shard
        .prepare(
          'select r.id from round r left join draft d on d.county = r.county and d.round = r.id where r.county = ? and d.version is not r.version',
        )
        .bind(county.id)
        .all()
    while ((await stale()).results.length > 0) await wait(20)
  })
})

test('the databases are sound, page by page', () => expectSound(data))

/** SQLite's own check of every database below a folder. */
function expectSound(below: string): void {
  const files = readdirSync(below, { recursive: true, encoding: 'utf8' }).filter((name) =>
    name.endsWith('.sqlite'),
  )
  expect(files.length).toBeGreaterThanOrEqual(5)
  for (const file of files) {
    const database = new DatabaseSync(join(below, file), { readOnly: true })
    expect(database.prepare('pragma integrity_check').all(), file).toEqual([{ integrity_check: 'ok' }])
    database.close()
  }
}
