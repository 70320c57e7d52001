import type { Consequence, InterviewRecord } from '../../../schema/api/consequences.ts'
import { shanghaiDay } from '../../lib/dates.ts'
import { instantOf, wallClock } from '../../lib/wall-clock.ts'

/** One promise as it is typed; `key` tells rows apart while they come and go. */
export type Promised = { key: number; text: string; dueOn: string }

/** A record as the form holds it: `heldAt` by the clock in Shanghai, attendees one a line, an empty day for none. */
export type RecordValues = {
  heldAt: string
  attendees: string
  summary: string
  commitments: readonly Promised[]
  followUpOn: string
}

const week = 7 * 86_400_000

/** A record begins with when it was to be held, else with now, and with those who were called. */
export function firstValues({ posts, schedule }: Consequence, now: number): RecordValues {
  const called = posts.flatMap(({ holder }) => (holder === null ? [] : [holder]))
  return {
    heldAt: wallClock(schedule ? Math.min(now, Date.parse(schedule.at)) : now),
    attendees: [...new Set(called)].join('\n'),
    summary: '',
    commitments: [newPromise([], now)],
    followUpOn: '',
  }
}

/** An empty promise, due in a week. */
export function newPromise(others: readonly Promised[], now: number): Promised {
  const key = Math.max(0, ...others.map((other) => other.key)) + 1
  return { key, text: '', dueOn: shanghaiDay(now + week) }
}

/** What is sent. A row without words is no promise. */
export function recordOf(values: RecordValues): InterviewRecord {
  const { heldAt, attendees, summary, commitments, followUpOn } = values
  return {
    heldAt: instantOf(heldAt) ?? '',
    attendees: attendees
      .split(/[\n、，,;；]/)
      .map((name) => name.trim())
      .filter((name) => name !== ''),
    summary: summary.trim(),
    commitments: kept(commitments).map(({ text, dueOn }) => ({ text: text.trim(), dueOn })),
    followUpOn: followUpOn === '' ? null : followUpOn,
  }
}

/** The promises that hold words, in their order: the n-th of them is the n-th the server speaks of. */
export function kept(commitments: readonly Promised[]): Promised[] {
  return commitments.filter(({ text }) => text.trim() !== '')
}

/** Whether something kept by the browser is a record's values; anything older is not. */
export function isRecordValues(kept: unknown): kept is RecordValues {
  if (typeof kept !== 'object' || kept === null) return false
  const { heldAt, attendees, summary, followUpOn, commitments } = kept as Record<string, unknown>
  const texts = [heldAt, attendees, summary, followUpOn].every((text) => typeof text === 'string')
  return texts && Array.isArray(commitments) && commitments.every(isPromised)
}

function isPromised(kept: unknown): kept is Promised {
  if (typeof kept !== 'object' || kept === null) return false
  const { key, text, dueOn } = kept as Record<string, unknown>
  return typeof key === 'number' && typeof text === 'string' && typeof dueOn === 'string'
}
