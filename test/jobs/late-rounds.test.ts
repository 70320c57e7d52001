import { expect, test } from 'vitest'
import { keepTime } from '../../worker/actions/rounds/keep-time.ts'
import { readVitalSign } from '../../worker/data/vital-signs.ts'
import { aBoard, clockAt, detailOf, roundsOf } from '../support/board.ts'
import { aCounty } from '../support/county.ts'

test('a round closed more than three schedules late is counted for the operator, once', async () => {
  const county = await aCounty('620423', 2)
  const board = await aBoard(county)
  await keepTime(await clockAt(county, new Date()))
  const [first] = await roundsOf(county, board)
  const closesAt = Date.parse(first?.closesAt ?? '')
  await keepTime(await clockAt(county, new Date(closesAt + 900_000)))
  expect(await detailOf(county, { id: first?.id ?? '' })).toMatchObject({ state: 'closed' })
  expect(await readVitalSign(county.control, 'late_close')).toBeUndefined()

  const second = (await roundsOf(county, board)).find(({ state }) => state === 'open')
  const late = Date.parse(second?.closesAt ?? '') + 900_001
  await keepTime(await clockAt(county, new Date(late)))
  await keepTime(await clockAt(county, new Date(late + 1)))
  expect(await detailOf(county, { id: second?.id ?? '' })).toMatchObject({ state: 'closed' })
  expect(await readVitalSign(county.control, 'late_close')).toEqual({
    name: 'late_close',
    at: late,
    count: 1,
  })
})
