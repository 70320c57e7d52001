import { beforeAll, describe, expect, test } from 'vitest'
import type { CountyCalendar } from '../../schema/api/calendar.ts'
import { loadCalendar } from '../../worker/actions/calendar/load-calendar.ts'
import { auditOf } from '../support/board.ts'
import { aCounty, type TestCounty } from '../support/county.ts'

let jingtai: TestCounty
beforeAll(async () => {
  jingtai = await aCounty('620423')
})
const calendar = async () => (await jingtai.office.get(jingtai.at('/calendar'))).body as CountyCalendar

describe('a county’s calendar', () => {
  test('begins as the nation’s, with its source', async () => {
    const { days, hours, national } = await calendar()
    expect(days).toContainEqual({ day: '2026-02-14', kind: 'workday', name: '春节调休', setBy: 'nation' })
    expect(hours).toEqual({ from: '08:30', to: '17:30', pause: { from: '12:00', to: '13:00' } })
    expect(national).toEqual([
      { year: 2026, title: '国务院办公厅关于2026年部分节假日安排的通知', publishedOn: '2025-11-04' },
    ])
  })

  test('may depart from it and come back', async () => {
    const { office, at, db } = jingtai
    const path = at('/calendar/days/2026-02-14')
    expect((await office.put(path, { kind: 'holiday', name: '县里放假' })).status).toBe(200)
    expect((await calendar()).days).toContainEqual({
      ...{ day: '2026-02-14', kind: 'holiday', name: '县里放假', setBy: 'county' },
    })
    expect((await loadCalendar(db)).holidays).toContain('2026-02-14')
    const back = await office.delete(path)
    expect((back.body as CountyCalendar).days).toContainEqual(
      expect.objectContaining({ day: '2026-02-14', kind: 'workday', setBy: 'nation' }),
    )
    await office.delete(path)
    expect(await auditOf(jingtai, '2026-02-14')).toEqual(['calendar.set', 'calendar.clear'])
  })

  test('keeps the hours it is given, if they are hours of a day', async () => {
    const { office, at } = jingtai
    const summer = { from: '08:00', to: '18:00', pause: { from: '12:00', to: '14:30' } }
    expect((await office.put(at('/calendar/hours'), summer)).body).toMatchObject({ hours: summer })
    const wrong = { from: '18:00', to: '08:00', pause: null }
    expect((await office.put(at('/calendar/hours'), wrong)).status).toBe(422)
    const late = { ...summer, pause: { from: '12:00', to: '19:00' } }
    expect((await office.put(at('/calendar/hours'), late)).status).toBe(422)
    expect((await calendar()).hours).toEqual(summer)
  })

  test('is read by everybody and written by the office alone', async () => {
    const { at, townships, member } = jingtai
    const reporter = await member('township_reporter', townships[0]?.id)
    expect((await reporter.get(at('/calendar'))).status).toBe(200)
    const refused = await reporter.put(at('/calendar/days/2026-03-09'), { kind: 'holiday', name: '放假' })
    expect(refused.status).toBe(403)
    expect(
      (await jingtai.office.put(at('/calendar/days/2026-02-30'), { kind: 'holiday', name: '无' })).status,
    ).toBe(422)
  })
})
