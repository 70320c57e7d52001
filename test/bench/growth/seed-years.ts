import { cpSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import type { CountyId } from '../../../schema/tables/keys.ts'
import { startHost } from '../../../worker/local/host.ts'
import type { Known } from '../../support/years/county-reads.ts'
import { type Earlier, earlierWeeks } from '../../support/years/earlier-weeks.ts'
import { aHostedCounty } from '../rounds/hosted-county.ts'
import { liveThrough } from './live-through.ts'
import type { Lived } from './lived-week.ts'

/** A county with a long past in a data folder, to be opened by a host. */
export type Seeded = {
  dataDir: string
  county: CountyId
  token: string
  known: Known
  villages: Lived['villages']
}

/** 192 issues a week are 10,000 a year. */
const size = { issues: 192, inspections: 40, complaints: 8, walks: 10 }
/** Issues that wait, whatever lies behind them. */
const open = 60
const weeks = 52

/**
 * A county of 151 villages with so many years behind it, each in a folder of its own. One week is lived through by the
 * actions that people use; its rows are written again for every week before it, straight into the database's file while
 * no host has it open.
 */
export async function seedYears(folder: string, years: readonly number[]): Promise<Seeded[]> {
  const dataDir = join(folder, 'lived')
  const { earlier, rows: _, ...rest } = await livedWeek(dataDir)
  return years.map((count) => {
    const own = join(folder, `years-${count}`)
    cpSync(dataDir, own, { recursive: true })
    // The lived week is one of them.
    writeWeeks(own, earlier, count * weeks - 1)
    return { ...rest, dataDir: own }
  })
}

async function livedWeek(dataDir: string) {
  const host = await startHost({ dataDir, log: () => {} })
  const { id, token } = await aHostedCounty(host, '620423').finally(() => host.stop())
  const lived = await liveThrough(dataDir, { county: id, size, open })
  return { county: id, token, ...lived, earlier: earlierWeeks(new Map(Object.entries(lived.rows))) }
}

function writeWeeks(dataDir: string, earlier: readonly Earlier[], count: number): void {
  const database = shardIn(join(dataDir, 'd1', 'miniflare-D1DatabaseObject'))
  database.exec('pragma synchronous = off; pragma foreign_keys = off; pragma cache_size = -200000; begin')
  for (const { table, columns, before } of earlier) {
    const values = columns.map(() => '?').join(', ')
    const insert = database.prepare(
      `insert into ${table} (${columns.map((name) => `"${name}"`).join(', ')}) values (${values})`,
    )
    // From the oldest on, as they would have been written.
    for (let week = count; week >= 1; week--)
      for (const row of before(week)) insert.run(...(row as (string | number | null)[]))
  }
  database.exec('commit')
  database.exec('pragma wal_checkpoint(truncate)')
  database.close()
}

/** The file of the shard that the county lies on: the one with issues in it. */
function shardIn(folder: string): DatabaseSync {
  for (const name of readdirSync(folder).filter((one) => one.endsWith('.sqlite'))) {
    const database = new DatabaseSync(join(folder, name))
    const issues = database.prepare("select 1 from sqlite_master where name = 'issue'").get()
    if (issues && database.prepare('select 1 from issue limit 1').get()) return database
    database.close()
  }
  throw new Error('no shard has issues in it')
}
