import type { EscalationStep } from '../../../schema/api/issues.ts'

const hour = 3_600_000

/** Where an assignment's clock stands; all times epoch ms. */
export type Clock = {
  dueAt: number
  /** When there is something to do next; null where nothing is left. */
  nextAt: number | null
  overdueAt: number | null
  /** How many escalations there have been. */
  level: number
}

/** Something the clock has to say, at the time it was due and not when somebody came by. */
export type Striking = { kind: 'reminded' | 'overdue'; at: number } | Escalated
export type Escalated = { kind: 'escalated'; at: number; step: EscalationStep }

/** A new clock: it reminds once when a quarter of the time or two hours are left, whichever is more. */
export function startClock(from: number, dueAt: number): Clock {
  const span = Math.max(0, dueAt - from)
  const quarter = span / 4
  const before = Math.max(quarter, 2 * hour) < span ? Math.max(quarter, 2 * hour) : quarter
  return { dueAt, nextAt: Math.floor(dueAt - before), overdueAt: null, level: 0 }
}

/**
 * Everything that has come due by `now`, in order, and where the clock stands after it: a reminder before the time
 * runs out, overdue once when it has, then each escalation so many hours later. However late it is asked, and in how
 * many goes, the same comes out.
 */
export function strike(
  clock: Clock,
  escalation: readonly EscalationStep[],
  now: number,
): { strikes: Striking[]; clock: Clock } {
  const steps = [...escalation].sort((a, b) => a.afterHours - b.afterHours)
  const strikes: Striking[] = []
  let { nextAt, overdueAt, level } = clock
  const { dueAt } = clock
  const escalationAt = (at: number): number | null => {
    const step = steps[at]
    return step ? dueAt + step.afterHours * hour : null
  }
  while (nextAt !== null && nextAt <= now) {
    const step = steps[level]
    if (overdueAt !== null) {
      if (step) strikes.push({ kind: 'escalated', at: nextAt, step })
      level += 1
      nextAt = escalationAt(level)
    } else if (nextAt < dueAt) {
      strikes.push({ kind: 'reminded', at: nextAt })
      nextAt = dueAt
    } else {
      strikes.push({ kind: 'overdue', at: dueAt })
      overdueAt = dueAt
      nextAt = escalationAt(level)
    }
  }
  return { strikes, clock: { dueAt, nextAt, overdueAt, level } }
}
