import { expect, test, vi } from 'vitest'
import { checkPassword, hashPassword } from '../../../worker/actions/identity/password.ts'
import { recognise } from '../../../worker/actions/identity/recognise.ts'
import type { ControlDb } from '../../../worker/data/control-db.ts'

/** What is handed to scrypt: salts differ, the cost must not. */
const derived = vi.hoisted((): unknown[] => [])
vi.mock('node:crypto', async (original) => {
  const real = await original<typeof import('node:crypto')>()
  const scrypt = (password: string, salt: Buffer, length: number, options: object, done: () => void) => {
    derived.push({ salt: salt.length, length, options })
    real.scrypt(password, salt, length, options, done)
  }
  return { ...real, default: real, scrypt }
})

const password = 'green-hills-and-clear-water'

/** CONTROL as `recognise` sees it: nothing is counted against anybody, and there is this account or none. */
function control(account?: object) {
  const answers = [[{ lockedUntil: null }], [{ lockedUntil: null }], account ? [account] : [], []]
  const asked: number[] = []
  const run = (...statements: unknown[]) => {
    asked.push(statements.length)
    return Promise.resolve(answers)
  }
  return { control: { run } as unknown as ControlDb, asked }
}

test('an unknown login costs the same hash and statements as a wrong password and a disabled account', async () => {
  const stored = await hashPassword(password)
  const known = { id: 'a', login: 'known', password: stored, disabledAt: null }
  const cases = [
    { account: undefined, given: password },
    { account: known, given: 'a-wrong-password' },
    { account: { ...known, disabledAt: '2027-01-01' }, given: password },
  ]
  const work = []
  for (const { account, given } of cases) {
    derived.length = 0
    const db = control(account)
    const refused = recognise(
      { control: db.control, now: new Date(0) },
      { login: 'known', password: given },
      '::1',
    )
    await expect(refused).rejects.toMatchObject({ code: 'wrong_password' })
    work.push({ derived: [...derived], asked: db.asked })
  }
  expect(work[0]).toMatchObject({ derived: [{ length: 32 }], asked: [4] })
  expect(work[1]).toEqual(work[0])
  expect(work[2]).toEqual(work[0])
})

test('a right password is recognised, in whichever form its characters come', async () => {
  const stored = await hashPassword('Ｃａｆé 青山绿水')
  expect(await checkPassword('Cafe\u0301 青山绿水', stored)).toBe(true)
  expect(await checkPassword('cafe\u0301 青山绿水', stored)).toBe(false)
  expect(await checkPassword('Café 青山绿水', undefined)).toBe(false)
})
