import { expect, test } from 'vitest'
import { type Attempt, outcomeOf, waits } from '../../../worker/domain/webhooks/outcome.ts'

const answered = (status: number, body = ''): Attempt => ({ status, body })
const stateOf = (format: 'json' | 'wecom', attempt: Attempt) => outcomeOf(format, attempt, 1).state

test.each<[string, Attempt, string, string]>([
  ['took it', answered(200, '{"errcode":0,"errmsg":"ok"}'), 'delivered', 'delivered'],
  ['took it without a word', answered(204), 'delivered', 'unknown'],
  ['refuses it', answered(403), 'dead', 'dead'],
  ['leads elsewhere', answered(302), 'dead', 'dead'],
  ['is told too much', answered(429), 'pending', 'pending'],
  ['is not ready', answered(503), 'pending', 'pending'],
  ['breaks', answered(500), 'pending', 'unknown'],
  ['is silent', { fault: 'timeout' }, 'pending', 'unknown'],
  ['is not reached', { fault: 'network' }, 'pending', 'unknown'],
])('a receiver that %s: %j is %s for a program, %s for a robot', (_, attempt, program, robot) => {
  expect([stateOf('json', attempt), stateOf('wecom', attempt)]).toEqual([program, robot])
})

test.each([
  ['{"errcode":45009,"errmsg":"api freq out of limit"}', 'pending', '45009 api freq out of limit'],
  ['{"errcode":310000,"errmsg":"sign not match"}', 'dead', '310000 sign not match'],
  ['{"code":19021,"msg":"sign match fail"}', 'dead', '19021 sign match fail'],
  ['{"StatusCode":0,"StatusMessage":"success"}', 'delivered', null],
  ['<html>', 'unknown', null],
  ['null', 'unknown', null],
])('a robot that answers %s leaves it %s', (body, state, said) => {
  expect(outcomeOf('feishu', answered(200, body), 1)).toMatchObject({ state, said })
})

test('each failure waits longer than the one before, and the last gives up', () => {
  const outcomes = [...waits, 0].map((_, at) => outcomeOf('json', answered(500), at + 1))
  expect(outcomes.map(({ wait }) => wait)).toEqual([...waits, null])
  expect(waits).toEqual([...waits].sort((a, b) => a - b))
  expect(outcomes.at(-1)?.state).toBe('dead')
})
