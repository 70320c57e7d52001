import { env } from 'cloudflare:workers'
import { expect, test } from 'vitest'
import { inTime } from '../../../worker/data/in-time.ts'
import { Unavailable } from '../../../worker/problems/unavailable.ts'

const failureOf = (message: string) =>
  inTime(Promise.reject(new Error(message))).catch((error: unknown) => error)

test.each([
  'D1_ERROR: Network connection lost.',
  'D1_ERROR: D1 DB is overloaded. Requests queued for too long.',
  'D1_ERROR: D1 DB storage operation exceeded timeout which caused object to be reset.',
  'D1_ERROR: database or disk is full: SQLITE_FULL',
  'D1_ERROR: disk I/O error: SQLITE_IOERR',
  'D1_ERROR: database is locked: SQLITE_BUSY',
])('%s is the database’s own trouble, and worth trying again', async (message) => {
  const failure = await failureOf(message)
  expect(failure).toBeInstanceOf(Unavailable)
  expect(failure).toMatchObject({ status: 503, message: `unavailable: ${message}` })
})

test.each([
  ['a constraint', 'insert into _own values (1), (1)'],
  ['a statement that makes no sense', 'select nothing from nowhere'],
  ['a precondition', "select json_extract('{}', 'not-as-read')"],
])('%s is what the database says of the statement, and stays what it is', async (_, sql) => {
  await env.SHARD_00.exec('create table if not exists _own (id integer primary key)')
  const asked = env.SHARD_00.prepare(sql).all()
  const failure = await inTime(asked).catch((error: unknown) => error)
  expect(failure).toBeInstanceOf(Error)
  expect(failure).not.toBeInstanceOf(Unavailable)
})
