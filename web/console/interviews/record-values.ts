import type { Consequence, InterviewRecord } from '../../../schema/api/consequences.ts'
import { shanghaiDay } from '../../lib/dates.ts'

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

/** A record begins with now and with those who were called. */
export function firstValues({ posts }: Consequence, now: number): RecordValues {
  const called = posts.flatMap(({ holder }) => (holder === null ? [] : [holder]))
  return {
    heldAt: new Date(now + 8 * 3_600_000).toISOString().slice(0, 16),
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
  const held = new Date(`${heldAt}:00+08:00`)
  return {
    heldAt: Number.isNaN(held.getTime()) ? '' : held.toISOString(),
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
