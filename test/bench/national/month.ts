import type { WriteCost } from '../write-path/costs.ts'
import type { Metered } from './metered.ts'
import type { Usage } from './prices.ts'

/** What the country's Friday was measured to cost a county, on average. */
export type FridayCost = {
  /** Reports a week. */
  reports: number
  /** One report taken, and the look of the clock that follows it. */
  report: Metered
  /** The clock's look that closes a round, opens the next and computes the draft. */
  close: Metered
  /** A publication, and the clock's look that follows it. */
  publish: Metered
  /** Milliseconds of the local runtime's CPU a county, everything included: databases too, so an upper bound. */
  cpu: { close: number; publish: number }
  /** Bytes that a week leaves in the county's database. */
  weekBytes: number
  /** One write of each kind, by the names of the suite `write-path`. */
  writes: ReadonlyMap<string, WriteCost>
}

/**
 * What a county is assumed to do in a month beside its reports; what one of each costs is counted. */
export const assumed = {
  weeks: 52 / 12,
  /** A nudged county is looked at once more a minute later; every night its audit is sealed. */
  looksEach: 2,
  /**
   * A look that finds nothing to do: the county, its due entry and its alarms (rows: `test/jobs/look-costs.test.ts`), and
   * the entry put off again, of which there is no index. The cron reads every county's entry each time.
   */
  rowsReadEachLook: 30,
  rowsWrittenEachLook: 1,
  crons: 12 * 24 * 30,
  nights: 30,
  /** 10,000 issues a year, each with the five steps of `write-path/costs.ts` after it was raised, and two photos of 320 KB with two copies each. */
  issues: 10_000 / 12,
  stepsEach: 5,
  photosEach: 2,
  photoBytes: 320_000,
  putsEach: 3,
  /** An issue with its steps, assignment, photos' rows and audit, indexes included: 140 MB for 10,000 of them. */
  bytesEachIssue: 14_000,
  /** Inspections: every village twice a month. */
  inspectionsEachVillage: 2,
  /** Sixty people on twenty-two days open forty lists each; a list reads a hundred rows. */
  signedInReads: 60 * 22 * 40,
  rowsReadEachRead: 100,
  /** Pages the public opens, all of them answered by the Worker, two rows each where no cache has it: one in ten. */
  publicReads: 20_000,
  publicMisses: 0.1,
  cpuEachRequest: 5,
  /** A year's data is kept in the databases, and a year's photos. */
  months: 12,
} as const

/** The usage of `counties` average counties in the twelfth month. */
export function monthOf(counties: number, villages: number, cost: FridayCost): Usage {
  const a = assumed
  const reports = a.weeks * cost.reports
  const weekly = (pick: (of: Metered) => number) =>
    reports * pick(cost.report) + a.weeks * (pick(cost.close) + pick(cost.publish))
  const steps = a.issues * a.stepsEach
  const inspections = villages * a.inspectionsEachVillage
  const photos = a.issues * a.photosEach
  const puts = photos * a.putsEach
  const one = (name: string): WriteCost => {
    const found = cost.writes.get(name)
    if (!found) throw new Error(`what one ${name} costs was not counted`)
    return found
  }
  const written = (pick: (of: WriteCost) => number) =>
    a.issues * pick(one('issue raised')) +
    steps * pick(one('issue step')) +
    inspections * pick(one('inspection')) +
    photos * pick(one('photo of 300 KB')) +
    (puts - photos) * pick(one('photo’s copy'))
  const writes = reports + a.weeks + a.issues + steps + inspections + puts
  // At most: several writes within a cron's five minutes are looked after by one.
  const looks = a.looksEach * (a.issues + steps + inspections + puts)
  const messages = a.looksEach * (weekly((of) => of.messages) + a.weeks) + looks + a.nights
  const requests = writes + a.signedInReads + a.publicReads + messages
  const each: Usage = {
    requests,
    cpu: requests * a.cpuEachRequest + a.weeks * (cost.cpu.close + cost.cpu.publish),
    rowsRead:
      weekly((of) => of.control.rowsRead + of.shard.rowsRead) +
      written((of) => of.rowsRead) +
      looks * a.rowsReadEachLook +
      a.signedInReads * a.rowsReadEachRead +
      a.publicReads * a.publicMisses * 2,
    rowsWritten:
      weekly((of) => of.control.rowsWritten + of.shard.rowsWritten) +
      written((of) => of.rowsWritten) +
      looks * a.rowsWrittenEachLook,
    databaseStorage:
      (a.months * (a.weeks * cost.weekBytes + a.issues * a.bytesEachIssue + inspections * 1500)) / 1e9,
    // Written, read and deleted.
    queueOperations: 3 * messages,
    fileStorage: (a.months * photos * a.photoBytes) / 1e9,
    fileWrites: puts,
    fileReads: photos * 10,
  }
  const all = Object.entries(each).map(([kind, used]) => [kind, used * counties])
  // The crons' own runs, every five minutes.
  const usage: Usage = Object.fromEntries(all)
  return {
    ...usage,
    requests: usage.requests + a.crons,
    rowsRead: usage.rowsRead + a.crons * counties,
  }
}
