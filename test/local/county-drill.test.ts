import { spawn, spawnSync } from 'node:child_process'
import { createHash, randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { demoOffice, demoPassword } from '../../schema/demo/people.ts'
import { checkRevisions, checkSeals, sumOf } from '../../worker/actions/archive/verify-county.ts'
import { archiveTables } from '../../worker/data/archive-tables.ts'
import { findCounty } from '../../worker/data/callers.ts'
import { CountyDb } from '../../worker/data/county-db.ts'
import { noCost } from '../../worker/data/meter.ts'
import { shardOf } from '../../worker/data/shards.ts'
import { withData } from '../../worker/local/county/open-data.ts'
import { holdDataFolder } from '../../worker/local/data-folder.ts'
import { ensureDemo } from '../../worker/local/demo.ts'
import { startHost } from '../../worker/local/host.ts'
import { repository } from '../../worker/local/paths.ts'
import { aJpeg } from '../support/pictures.ts'

const folder = mkdtempSync(join(tmpdir(), 'xiangbang-drill-'))
const first = join(folder, 'first')
const backup = join(folder, 'backup')
/** Seconds are many where the web app is built again because it has changed. */
const patience = 600_000
const silent = () => {}

beforeAll(async () => {
  await ensureDemo(first, silent)
  const host = await startHost({ dataDir: first, log: silent })
  // One picture, so that there is a file to lose.
  const cookies = await signIn(host.url)
  const picture = new Uint8Array(aJpeg())
  const hash = createHash('sha256').update(picture).digest('hex')
  const address = `${host.url}/api/v1/counties/990001/photos/${randomUUID()}?sha256=${hash}`
  const sent = await fetch(address, {
    method: 'PUT',
    headers: { ...cookies, 'content-type': 'image/jpeg' },
    body: new Blob([picture]),
  })
  expect(sent.status, await sent.text()).toBeLessThan(300)
  await host.stop()
  const { status, stderr } = county(first, 'backup', backup)
  expect(status, stderr).toBe(0)
}, 2 * patience)
afterAll(() => rmSync(folder, { recursive: true }))

/** Runs the command as a person does, on a data folder. */
function county(data: string, ...args: string[]) {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [join(repository, 'worker/local/county/county.ts'), ...args],
    { encoding: 'utf8', env: { ...process.env, XIANGBANG_DATA: data } },
  )
  return { status, stdout, stderr }
}

async function signIn(url: string): Promise<Record<string, string>> {
  const answer = await fetch(`${url}/api/v1/sessions`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: url },
    body: JSON.stringify({ login: demoOffice, password: demoPassword }),
  })
  expect(answer.status).toBe(201)
  return {
    origin: url,
    cookie: answer.headers
      .getSetCookie()
      .map((line) => line.split(';')[0])
      .join('; '),
  }
}

/** All that a county is, in sums: every table, every file, its revisions and seals. */
function everything(data: string) {
  return withData(data, async ({ env, control }) => {
    const found = await findCounty(control, '990001')
    if (!found) throw new Error('no demo county')
    const db = { d1: shardOf(env, found.shard), county: found.id, cost: noCost() }
    const tables: Record<string, unknown> = {}
    for (const table of archiveTables) tables[table.name] = await sumOf(db, table)
    const { objects } = await env.FILES.list({ prefix: `${found.id}/` })
    return {
      tables,
      files: objects.map(({ key, size, etag }) => ({ key, size, etag })),
      revisions: await checkRevisions(new CountyDb(db.d1, found.id)),
      seals: await checkSeals(env, db),
    }
  })
}

it(
  'a whole instance, backed up and lost, is put back to the byte, and people sign in',
  async () => {
    const before = await everything(first)
    expect(before.files.length).toBeGreaterThan(0)
    expect(before.revisions).toBeGreaterThan(0)
    expect(county(first, 'backup', backup).stderr).toMatch(/is there already/)
    expect(county(first, 'restore', backup).stderr).toMatch(/is not empty/)

    const again = join(folder, 'again')
    expect(county(again, 'restore', backup)).toMatchObject({ status: 0, stderr: '' })
    expect(await everything(again)).toEqual(before)
    const host = await startHost({ dataDir: again, log: silent })
    const cookies = await signIn(host.url)
    expect((await fetch(`${host.url}/api/v1/counties/990001`, { headers: cookies })).status).toBe(200)
    await host.stop()
    // What is there is set aside, never deleted.
    expect(county(again, 'restore', backup, '--force')).toMatchObject({ status: 0 })
    expect(readdirSync(folder).filter((name) => name.startsWith('again.before-'))).toHaveLength(1)
    expect(await everything(again)).toEqual(before)
  },
  patience,
)

it('a backup with a byte changed, a file missing or one too many is refused, and what is there stays', () => {
  const target = join(folder, 'never')
  for (const spoil of [
    (copy: string) => {
      const file = join(copy, 'secret.json')
      writeFileSync(
        file,
        readFileSync(file, 'utf8').replace(/[a-z]/, (c) => (c === 'a' ? 'b' : 'a')),
      )
    },
    (copy: string) => rmSync(join(copy, 'secret.json')),
    (copy: string) => writeFileSync(join(copy, 'd1/extra'), ''),
    (copy: string) => rmSync(join(copy, 'backup.json')),
  ]) {
    const copy = mkdtempSync(join(folder, 'spoilt-'))
    cpSync(backup, copy, { recursive: true })
    spoil(copy)
    const { status, stderr } = county(target, 'restore', copy)
    expect(status).toBe(1)
    expect(stderr).not.toContain('    at ')
    expect(existsSync(target)).toBe(false)
  }
})

it(
  'one county goes to another instance and another shard, with its people',
  async () => {
    const zip = join(folder, 'county.zip')
    const out = county(first, 'export', '990001', zip, '--with-accounts')
    expect(out).toMatchObject({ status: 0, stderr: '' })
    expect(out.stdout).toMatch(/rows\/revision\.ndjson: \d+/)
    expect(county(first, 'export', '990001', zip).status).toBe(1)
    expect(county(first, 'verify', zip).stdout).toMatch(/every checksum is right/)
    expect(county(first, 'import', zip).stderr).toMatch(/is here already/)

    const second = join(folder, 'second')
    const empty = await startHost({ dataDir: second, log: silent })
    await empty.stop()
    expect(county(second, 'import', zip, '--shard', '3')).toMatchObject({ status: 0, stderr: '' })
    const [there, here] = [await everything(first), await everything(second)]
    expect(here.revisions).toBe(there.revisions)
    expect(here.files).toEqual(there.files)
    expect({ ...here.tables, audit: 0 }).toEqual({ ...there.tables, audit: 0 })
    const host = await startHost({ dataDir: second, log: silent })
    const cookies = await signIn(host.url)
    expect((await fetch(`${host.url}/api/v1/counties/990001`, { headers: cookies })).status).toBe(200)
    await host.stop()
  },
  patience,
)

it(
  'a county moves to another shard of the same instance and is the same there',
  async () => {
    const moved = join(folder, 'moved')
    expect(county(moved, 'restore', backup)).toMatchObject({ status: 0 })
    const before = await everything(moved)
    expect(county(moved, 'move', '990001', '--shard', '1')).toMatchObject({ status: 0, stderr: '' })
    const after = await everything(moved)
    expect({ ...after.tables, audit: 0 }).toEqual({ ...before.tables, audit: 0 })
    expect(after.files).toEqual(before.files)
    expect(county(moved, 'check', '990001')).toMatchObject({ status: 0 })
  },
  patience,
)

it('says in words what it cannot do: wrong usage, no data, a folder in use, an unknown county', () => {
  expect(county(first)).toMatchObject({ status: 2 })
  expect(county(first, 'export', '990001').stderr).toMatch(/npm run county/)
  expect(county(join(folder, 'nowhere'), 'check', '990001').stderr).toMatch(/There is no data/)
  expect(county(first, 'check', '999999').stderr).toMatch(/There is no county/)
  const release = holdDataFolder(first)
  expect(county(first, 'check', '990001').stderr).toMatch(/in use by a host/)
  release()
})

it('leaves nothing half written when it is stopped', async () => {
  const zip = join(folder, 'stopped.zip')
  const program = join(repository, 'worker/local/county/county.ts')
  const child = spawn(process.execPath, [program, 'export', '990001', zip], {
    env: { ...process.env, XIANGBANG_DATA: first },
    stdio: ['ignore', 'pipe', 'ignore'],
  })
  await once(child.stdout, 'data')
  child.kill('SIGINT')
  const [code] = await once(child, 'exit')
  expect(code).toBe(130)
  expect(existsSync(zip)).toBe(false)
  const leftovers = readdirSync(folder).filter((name) => name.endsWith('.part'))
  expect(leftovers).toEqual([])
})
