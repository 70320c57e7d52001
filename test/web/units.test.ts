import { expect, test } from 'vitest'
import { draftUnits } from '../../web/lib/drafted-units.ts'

const township = (id: string, name: string, active = true) => ({
  ...{ id, name, active, code: id, parent: '620423' },
  level: 'township' as const,
})
const townships = [township('103', '喜泉镇'), township('101', '芦阳镇'), township('9', '旧镇', false)]

test('pasted names become one unit each, with the township their name speaks of', () => {
  expect(draftUnits('喜泉镇包抓组\r\n 芦阳包抓指导组 \n\n喜泉镇包抓组\n第一督察组', townships)).toEqual([
    { name: '喜泉镇包抓组', covers: ['103'] },
    { name: '芦阳包抓指导组', covers: ['101'] },
    { name: '第一督察组', covers: [] },
  ])
})

test('a retired township is covered by nobody', () => {
  expect(draftUnits('旧镇包抓组', townships)).toEqual([{ name: '旧镇包抓组', covers: [] }])
})
