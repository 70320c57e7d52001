import { expect, test } from 'vitest'
import { csvFile } from '../../web/lib/csv.ts'

test('a sheet opens in Excel with its characters, and no cell runs as a formula', async () => {
  const file = csvFile(
    [
      ['村', '姓名'],
      ['石门村, "东"', '=1+1'],
    ],
    'a.csv',
  )
  const bytes = new Uint8Array(await file.arrayBuffer())
  expect([...bytes.slice(0, 3)]).toEqual([0xef, 0xbb, 0xbf])
  expect(await file.text()).toBe('村,姓名\r\n"石门村, ""东""",\'=1+1\r\n')
})
