import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { type Host, startHost } from '../../../worker/local/host.ts'
import { envOf } from '../host-env.ts'
import { median } from '../median.ts'
import type { BenchRow } from '../ranking/engine.ts'
import { writeCosts } from '../write-path/costs.ts'
import { closeAll, publishAll } from './friday.ts'
import { monthOf } from './month.ts'
import { billOf } from './prices.ts'
import { runtimeCpu, sampleMemory } from './runtime.ts'
import { sampledWeek, type WeekCost } from './sample.ts'
import { type Nation, type NationalCounty, seedNation } from './seed.ts'
import { seedRound } from './seed-county.ts'

/** Milliseconds after which the bench gives up. */
const patience = 900_000
/** Fewer counties, for a look in between: XIANGBANG_BENCH_COUNTIES=200. */
const most = Number(process.env.XIANGBANG_BENCH_COUNTIES || 2977)

/**
 * A Friday of the whole country on one machine: every county due at once, from the cron through the queue to closed
 * rounds and drafts; then every round published over HTTP as its office does. A second time with one county in fifty
 * broken, which is to keep no other waiting. What a week costs is counted on a sample, and a month's bill follows.
 */
export async function benchNational(): Promise<BenchRow[]> {
  const began = performance.now()
  const sound = await withNation(soundFriday)
  const beside = await withNation(fridayBesideBroken)
  const { counties, villages, drafts, published } = sound
  const cpu = { close: drafts.cpu / counties, publish: published.cpu / counties }
  const month = { ...beside.week, cpu, weekBytes: sound.weekBytes, writes: await writeCosts() }
  const all = billOf(monthOf(counties, villages / counties, month))
  const sum = all.reduce((total, { dollars }) => total + dollars, 0)
  const healthy = (at: ReadonlyMap<string, number>) =>
    [...at].flatMap(([id, ms]) => (beside.broken.has(id) || beside.sampled.has(id) ? [] : [ms]))
  const [alone, together] = [healthy(drafts.at), healthy(beside.at)]
  return [
    { name: 'counties', value: counties, unit: 'n' },
    { name: 'villages', value: villages, unit: 'n' },
    { name: 'cron to all drafts', value: drafts.all / 1000, unit: 's' },
    { name: 'counties drafted a second', value: (counties * 1000) / drafts.all, unit: 'n/s' },
    { name: 'all published over HTTP', value: published.all / 1000, unit: 's' },
    { name: 'one publication, median', value: median(published.each), unit: 'ms' },
    { name: "runtime's CPU, a county's draft", value: cpu.close, unit: 'ms' },
    { name: "runtime's CPU, a county's publication", value: cpu.publish, unit: 'ms' },
    { name: 'drafts missing', value: sound.missing, unit: 'n' },
    { name: 'runtime memory, highest', value: Math.max(...sound.memory), unit: 'MB' },
    against('runtime memory, last third', 'MB', thirds(sound.memory).last, thirds(sound.memory).middle),
    against('median county beside broken ones', 'ms', median(together), median(alone)),
    against('last county beside broken ones', 'ms', Math.max(...together), Math.max(...alone)),
    { name: 'broken counties left due', value: beside.left, unit: 'n', baseline: beside.broken.size },
    ...stepRows('report', beside.week.report),
    ...stepRows('close and draft', beside.week.close),
    ...stepRows('publish', beside.week.publish),
    ...all.map(({ name, dollars }) => ({ name: `month, ${name}`, value: dollars, unit: 'USD' })),
    { name: 'month, all counties', value: sum, unit: 'USD' },
    { name: 'month, one county', value: sum / counties, unit: 'USD' },
    { name: 'all of this, seeding included', value: (performance.now() - began) / 1000, unit: 's' },
  ]
}

function against(name: string, unit: string, value: number, baseline: number): BenchRow {
  return { name, value, unit, baseline, ratio: value / baseline }
}

function thirds(figures: readonly number[]) {
  const third = Math.ceil(figures.length / 3)
  const highest = (from: number) => Math.max(...figures.slice(from, from + third))
  return { middle: highest(third), last: highest(figures.length - third) }
}

function stepRows(name: string, { control, shard, messages }: WeekCost['close']): BenchRow[] {
  const sum = (pick: 'trips' | 'statements' | 'rowsRead' | 'rowsWritten') => control[pick] + shard[pick]
  return [
    { name: `${name}, statements`, value: sum('statements'), unit: 'sql' },
    { name: `${name}, rows read`, value: sum('rowsRead'), unit: 'rows' },
    { name: `${name}, rows written`, value: sum('rowsWritten'), unit: 'rows' },
    { name: `${name}, messages`, value: messages, unit: 'n' },
  ]
}

type Running = { host: Host; nation: Nation; database: (binding: string) => DatabaseSync }

async function soundFriday({ host, nation, database }: Running) {
  const { counties, closesAt } = nation
  const memory = sampleMemory()
  const start = runtimeCpu()
  const drafts = await closeAll(host, database('CONTROL'), new Date(closesAt), counties, patience)
  const between = runtimeCpu()
  const shards = Object.keys(nation.files).filter((name) => name !== 'CONTROL')
  const drafted = shards.map((name) => countOf(database(name), draftedRounds))
  const published = await publishAll(host, counties, seedRound)
  const end = runtimeCpu()
  const bytes = shards.map((name) => countOf(database(name), bytesOfWeek))
  const sum = (figures: number[]) => figures.reduce((total, each) => total + each, 0)
  return {
    counties: counties.length,
    villages: sum(counties.map(({ villages }) => villages)),
    drafts: { ...drafts, cpu: between - start },
    published: { ...published, cpu: end - between },
    missing: counties.length - sum(drafted),
    memory: memory.stop(),
    weekBytes: sum(bytes) / counties.length,
  }
}

const draftedRounds = `select count(*) as n from round r join draft d on d.county = r.county and d.round = r.id
  where r.id = '${seedRound}' and r.state = 'closed' and d.version = r.version`

/** What a week leaves, indexes and rows' own overhead taken as a quarter more. */
const bytesOfWeek = `select 1.25 * (
  (select coalesce(sum(length(roster) + length(policy)), 0) from round where id = '${seedRound}' and state = 'published')
  + (select coalesce(sum(length(entries)), 0) from report) + (select coalesce(sum(length(result)), 0) from draft)
  + (select coalesce(sum(length(result)), 0) from revision) + (select coalesce(sum(length(input)), 0) from revision_input)
  + (select coalesce(sum(length(standings) + length(carried)), 0) from history where no = 2)
  + (select coalesce(count(*), 0) * 400 from consequence)) as n`

function countOf(database: DatabaseSync, query: string): number {
  return Number(database.prepare(query).get()?.n ?? 0)
}

async function fridayBesideBroken({ host, nation, database }: Running) {
  const { counties, closesAt } = nation
  const every = (offset: number) => counties.filter((_, at) => at % 50 === offset)
  const [broken, sampled] = [every(7), every(31)]
  for (const { id, shard } of broken) {
    const spoil = "update round set roster = '[' where county = ?"
    await host.mf.getD1Database(`SHARD_0${shard}`).then((d1) => d1.prepare(spoil).bind(id).run())
  }
  const week = await sampledWeek(await envOf(host.mf), sampled, Date.parse(closesAt))
  const apart = new Set([...broken, ...sampled])
  const sound = counties.filter((county) => !apart.has(county))
  const { at } = await closeAll(host, database('CONTROL'), new Date(closesAt), sound, patience)
  const still = `select count(*) as n from due where at <= ${Date.parse(closesAt)}`
  const ids = (of: readonly NationalCounty[]) => new Set(of.map(({ id }) => id))
  return { at, week, broken: ids(broken), sampled: ids(sampled), left: countOf(database('CONTROL'), still) }
}

/** A host of its own over a fresh copy of the country, and the files of its databases to look into. */
async function withNation<Result>(work: (running: Running) => Promise<Result>): Promise<Result> {
  const dataDir = mkdtempSync(join(tmpdir(), 'xiangbang-bench-'))
  const open: DatabaseSync[] = []
  try {
    const nation = fewer(await seedNation(dataDir), dataDir)
    const host = await startHost({ dataDir, log: () => {} })
    const database = (binding: string) => {
      const opened = new DatabaseSync(join(dataDir, nation.files[binding] ?? ''), { readOnly: true })
      open.push(opened)
      return opened
    }
    return await work({ host, nation, database }).finally(() => host.stop())
  } finally {
    for (const database of open) database.close()
    rmSync(dataDir, { recursive: true, force: true })
  }
}

/** Where only some are wanted, the others are not due. */
function fewer(nation: Nation, dataDir: string): Nation {
  if (most >= nation.counties.length) return nation
  const step = nation.counties.length / most
  const counties = Array.from({ length: most }, (_, at) => nation.counties[Math.floor(at * step)]).flatMap(
    (county) => county ?? [],
  )
  const control = new DatabaseSync(join(dataDir, nation.files.CONTROL ?? ''))
  const wanted = JSON.stringify(counties.map(({ id }) => id))
  control
    .prepare('update due set at = 9000000000000 where county not in (select value from json_each(?))')
    .run(wanted)
  control.exec('pragma wal_checkpoint(truncate)')
  control.close()
  return { ...nation, counties }
}
