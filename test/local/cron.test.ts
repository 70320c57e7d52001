import { describe, expect, it } from 'vitest'
import { cronMatches } from '../../worker/local/cron.ts'
import { readWorkerConfig } from '../../worker/local/worker-config.ts'

const utc = (time: string) => new Date(`2026-03-06T${time}:00Z`)

describe('a cron expression', () => {
  it.each([
    ['*/5 * * * *', '00:00', true],
    ['*/5 * * * *', '23:55', true],
    ['*/5 * * * *', '23:56', false],
    ['0 10 * * *', '10:00', true],
    ['0 10 * * *', '10:01', false],
    ['0 10 * * *', '11:00', false],
    ['30 18 * * *', '18:30', true],
    ['0,30 1 * * *', '01:30', true],
    ['0 0 7 * *', '00:00', false],
    ['0 0 6 3 5', '00:00', true],
  ])('%s at %s: %s', (expression, time, fires) => {
    expect(cronMatches(expression, utc(time))).toBe(fires)
  })

  it.each(['* * * *', '1-5 * * * *', 'x * * * *', '*/x * * * *'])(
    '%s is refused rather than never fired',
    (expression) => {
      expect(() => cronMatches(expression, utc('00:01'))).toThrow(expression)
    },
  )

  it('is understood for every schedule of the Worker: each fires on the day', () => {
    const minutes = Array.from(
      { length: 1440 },
      (_, minute) => new Date(utc('00:00').getTime() + minute * 60_000),
    )
    const fired = readWorkerConfig().crons.map(
      (cron) => minutes.filter((minute) => cronMatches(cron, minute)).length,
    )
    expect(fired).toEqual([288, 1, 1])
  })
})
