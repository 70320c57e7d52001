import { describe, expect, test } from 'vitest'
import {
  maskBankCard,
  maskHousehold,
  maskHouseNumber,
  maskIdCard,
  maskName,
  maskPhone,
  maskPlate,
} from '../../../worker/domain/privacy/masking.ts'

const names = [
  '张三',
  '张小明',
  '欧阳修',
  '欧阳娜娜',
  '司马',
  '单于',
  '阿卜杜拉·买买提',
  '扎西',
  'John Smith',
  'Ó',
  '',
]
const rules = {
  name: [maskName, names],
  household: [maskHousehold, names],
  phone: [maskPhone, ['13812345678', '138 1234 5678', '010-68881234', '0943-5521234', '110', '12345']],
  id: [maskIdCard, ['11010519491231002X', '620423199001011231', '11010519491231002x', '12']],
  bank: [maskBankCard, ['6222021000111223334', '4111 1111 1111 1111', '1']],
  plate: [maskPlate, ['甘D12345', '京A·D12345', '粤B']],
  house: [maskHouseNumber, ['三组12号楼', '5栋2单元301室', '石门村']],
} as const

describe('one part of it', () => {
  test('a name keeps its surname, compound ones whole, others their first letter', () => {
    expect(names.map(maskName)).toEqual([
      ...['张*', '张**', '欧阳*', '欧阳**', '司*', '单*', '阿**', '扎*', 'J**', '*', ''],
    ])
  })

  test('a household is surname and two stars, however long its name', () => {
    expect(['张三', '张小明', '欧阳修', '王'].map(maskHousehold)).toEqual(['张**', '张**', '欧阳**', '**'])
  })

  test('numbers keep their ends and their spaces', () => {
    expect(maskPhone('13812345678')).toBe('138****5678')
    expect(maskPhone('138 1234 5678')).toBe('138 **** 5678')
    expect(maskPhone('0943-5521234')).toBe('****-***1234')
    expect(maskPhone('110')).toBe('***')
    expect(maskIdCard('11010519491231002X')).toBe('1***************2X')
    expect(maskBankCard('4111 1111 1111 1111')).toBe('**** **** **** 1111')
    expect(maskPlate('甘D12345')).toBe('甘D*****')
    expect(maskPlate('京A·D12345')).toBe('京A·******')
    expect(maskHouseNumber('三组12号楼')).toBe('*组**号楼')
  })
})

test.for(Object.entries(rules))(
  '%s: again it is the same, and no longer than it was',
  ([kind, [mask, texts]]) => {
    for (const text of texts) {
      const once = mask(text)
      expect(mask(once), text).toBe(once)
      if (kind !== 'household') expect([...once].length, text).toBeLessThanOrEqual([...text].length)
    }
  },
)

test('what is shown of two people of one surname, or two numbers of the same ends, is the same', () => {
  expect(maskName('张建国')).toBe(maskName('张丽丽'))
  expect(maskHousehold('张丽')).toBe(maskHousehold('张建国'))
  expect(maskPhone('13800005678')).toBe(maskPhone('13899995678'))
  expect(maskIdCard('110105194912310021')).toBe(maskIdCard('199999200001010021'))
  expect(maskPlate('甘D12345')).toBe(maskPlate('甘D99999'))
})
