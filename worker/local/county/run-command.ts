import { readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { checkArchive } from '../../actions/archive/check-archive.ts'
import { exportCounty } from '../../actions/archive/export-county.ts'
import { importCounty } from '../../actions/archive/import-county.ts'
import { inviteOffice } from '../../actions/archive/invite-office.ts'
import { moveCounty } from '../../actions/archive/move-county.ts'
import { sweepImport } from '../../actions/archive/sweep-import.ts'
import { checkRevisions, checkSeals } from '../../actions/archive/verify-county.ts'
import { findCounty } from '../../data/callers.ts'
import { CountyDb } from '../../data/county-db.ts'
import { noCost } from '../../data/meter.ts'
import { shardOf } from '../../data/shards.ts'
import { dataDirectory, repository } from '../paths.ts'
import { withSource, writeWhole } from './archive-file.ts'
import { backUp } from './back-up.ts'
import type { Command } from './command.ts'
import { type OpenData, withData } from './open-data.ts'
import { restore } from './restore.ts'

/** Does what was asked for, and says on stdout what it does. Throws with a message for a person. */
export async function runCommand(command: Command): Promise<void> {
  if (command.verb === 'backup') return backUp(dataDirectory, resolve(command.folder), console.log)
  if (command.verb === 'restore')
    return restore(resolve(command.folder), dataDirectory, command.force, console.log)
  if (command.verb === 'verify') return verify(resolve(command.file))
  return withData(dataDirectory, (data) => inData(command, data))
}

type InData = Exclude<Command, { verb: 'backup' | 'restore' | 'verify' }>

async function inData(command: InData, data: OpenData): Promise<void> {
  const { env, control } = data
  const now = new Date()
  if (command.verb === 'export') return exportTo(command, data)
  if (command.verb === 'import') return importFrom(command, data)
  if (command.verb === 'sweep') {
    const { rows, files } = await sweepImport(env, control, command.code, now)
    console.log(`Swept: ${rows} rows, ${files} files.`)
    return
  }
  const county = await theCounty(data, command.code)
  if (command.verb === 'move') {
    const { rows } = await moveCounty(env, control, county.id, command.shard, now, tell)
    console.log(`${county.name} is on shard ${command.shard} now: ${rows} rows.`)
    return
  }
  const db = { d1: shardOf(env, county.shard), county: county.id, cost: noCost() }
  const revisions = await checkRevisions(new CountyDb(db.d1, county.id))
  console.log(`${county.name}: ${revisions} published revisions come out as they were published.`)
  console.log(`${await checkSeals(env, db)} blocks of its audit are as they were sealed.`)
}

async function exportTo({ code, file, withAccounts }: InData & { verb: 'export' }, data: OpenData) {
  const { env, control } = data
  const county = await theCounty(data, code)
  const target = resolve(file)
  const { manifest, bytes } = await writeWhole(target, (sink) =>
    exportCounty(env, control, county.id, sink, { now: new Date(), program: program(), withAccounts, tell }),
  )
  const { rows, files } = manifest.totals
  console.log(`${county.name} is in ${target}: ${rows} rows, ${files} files, ${bytes} bytes.`)
  console.log(
    withAccounts
      ? 'The members’ password hashes are in it: keep it as you keep the data folder.'
      : 'The members’ accounts are not in it: each will need a new one-time link.',
  )
}

async function importFrom({ file, shard }: InData & { verb: 'import' }, { env, control }: OpenData) {
  const { county, check } = await withSource(resolve(file), (source) =>
    importCounty(env, control, source, { now: new Date(), tell, ...(shard === undefined ? {} : { shard }) }),
  )
  console.log(
    `${county.name} is on shard ${county.shard}: ${check.rows} rows, ${check.files} files, ${check.revisions} revisions, ${check.seals} sealed blocks, all as in the archive.`,
  )
  for (const { login, token } of await inviteOffice(control, county.id, new Date()))
    console.log(`${login} opens within 7 days, once: /activate#${token}`)
  if (county.suspendedAt !== null)
    console.log('It was suspended when it was packed, and still is: a platform administrator lets it go on.')
}

async function verify(file: string): Promise<void> {
  const { manifest } = await withSource(file, (source) => checkArchive(source, tell))
  const { county, exportedAt, schema, totals } = manifest
  console.log(`${county.name} (${county.code}) of ${exportedAt}, ${schema}: every checksum is right.`)
  console.log(`${totals.rows} rows, ${totals.files} files, ${totals.fileBytes} bytes of files.`)
  if (manifest.changedMeanwhile)
    console.log('It was being worked in while it was packed: what belongs together may differ by moments.')
}

function tell({ name, rows }: { name: string; rows: number }): void {
  if (rows > 0) console.log(`  ${name}: ${rows}`)
}

async function theCounty({ control }: OpenData, code: string) {
  const county = await findCounty(control, code)
  if (!county) throw new Error(`There is no county ${code} here. One on trial is named by its id.`)
  return county
}

function program(): string {
  const { name, version } = JSON.parse(readFileSync(join(repository, 'package.json'), 'utf8'))
  return `${name} ${version}`
}
