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
}

/**
 * What a county is assumed to do in a month beside its reports. Rows are those that the suites `write-path` and
 * `read-path` count for one of each, rounded up.
 */
export const assumed = {
  weeks: 52 / 12,
  /** A nudged county is looked at once more a minute later; every night its audit is sealed. */
  looksEach: 2,
  nights: 30,
  /** 10,000 issues a year, each with five steps after it was raised, and two photos of 320 KB with their copies. */
  issues: 10_000 / 12,
  stepsEach: 5,
  photosEach: 2,
  photoBytes: 320_000,
  putsEach: 3,
  rowsWrittenEachStep: 40,
  rowsReadEachStep: 40,
  bytesEachIssue: 6000,
  /** Inspections: every village twice a month. */
  inspectionsEachVillage: 2,
  rowsWrittenEachInspection: 20,
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
  const steps = a.issues * (1 + a.stepsEach)
  const inspections = villages * a.inspectionsEachVillage
  const photos = a.issues * a.photosEach
  const messages = a.looksEach * (weekly((of) => of.messages) + a.weeks) + a.nights
  const writes = reports + a.weeks + steps + inspections + photos
  const requests = writes + a.signedInReads + a.publicReads + messages
  const each: Usage = {
    requests,
    cpu: requests * a.cpuEachRequest + a.weeks * (cost.cpu.close + cost.cpu.publish),
    rowsRead:
      weekly((of) => of.control.rowsRead + of.shard.rowsRead) +
      (steps + inspections + photos) * a.rowsReadEachStep +
      a.signedInReads * a.rowsReadEachRead +
      a.publicReads * a.publicMisses * 2,
    rowsWritten:
      weekly((of) => of.control.rowsWritten + of.shard.rowsWritten) +
      (steps + photos) * a.rowsWrittenEachStep +
      inspections * a.rowsWrittenEachInspection,
    databaseStorage:
      (a.months * (a.weeks * cost.weekBytes + a.issues * a.bytesEachIssue + inspections * 1500)) / 1e9,
    // Written, read and deleted.
    queueOperations: 3 * messages,
    fileStorage: (a.months * photos * a.photoBytes) / 1e9,
    fileWrites: photos * a.putsEach,
    fileReads: photos * 10,
  }
  const all = Object.entries(each).map(([kind, used]) => [kind, used * counties])
  // The crons' own runs, every five minutes, are the same for any number of counties.
  const crons = { requests: 12 * 24 * 30 }
  const usage: Usage = Object.fromEntries(all)
  return { ...usage, requests: usage.requests + crons.requests }
}
