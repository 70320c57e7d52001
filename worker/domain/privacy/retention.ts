/** How long what is personal, or may be, is kept (days), and why so long and no longer. Read by the jobs and the page. */
export const keptDays = {
  /** Complainants' contacts, after the complaint is settled: to ask back, and while the answer may be doubted. */
  contact: 90,
  /** Answers kept for a repeated request: a phone may be without signal for weeks before it asks again. */
  receipt: 30,
  /** Messages to group robots and programs, but for those still to be sent: long enough to be asked about. */
  delivery: 30,
  /** Notices to members: half a year covers every term that a notice speaks of. */
  notice: 180,
  /** A member's last place, to compare the next record with: further back no speed can be told from it. */
  lastPlace: 7,
  /** Places and times that looked odd and have been judged: for one who doubts the judgement. */
  placeFlag: 180,
  /** Photos that became evidence of nothing. */
  photo: 30,
  /** Sessions and one-time links, after their end: to find out about a sign-in that was not one's own. */
  session: 30,
  /** Counts of failed sign-ins, which lock for a quarter of an hour. */
  signInFailure: 1,
} as const
export type Kept = keyof typeof keptDays

/** No less than this for what was done: Cybersecurity Law of the PRC, art. 23 (six months of logs). Never cleared here. */
export const auditDays = 180

const day = 86_400_000

/** The instant (epoch ms) before which a thing must have ended to be cleared by `now`. */
export function clearedBefore(now: number, kept: Kept): number {
  return now - keptDays[kept] * day
}

/** The first 02:30 in Asia/Shanghai at or after an instant (epoch ms): the hour at which little else goes on. */
export function nightAfter(at: number): number {
  // 02:30 in UTC+8 is 18:30 of the day before in UTC.
  const offset = 18.5 * 3_600_000
  return Math.ceil((at - offset) / day) * day + offset
}

/** Whether an instant lies in the hour from 02:30 in Asia/Shanghai: every schedule in it goes on where the last one stopped. */
export function isNight(at: number): boolean {
  return nightAfter(at) === at || nightAfter(at) - at > day - 3_600_000
}
