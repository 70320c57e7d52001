import { describe, expect, test } from 'vitest'
import { isBankCard, isIdCard } from '../../../worker/domain/privacy/check-digits.ts'
import { personalIn } from '../../../worker/domain/privacy/detector.ts'
import { wordsIn } from '../../../worker/domain/privacy/words-in.ts'

const kinds = (text: string, names: string[] = []) =>
  personalIn(text, names).map(({ kind, text: word }) => [kind, word])

describe('in a text about to be public', () => {
  test('telephone numbers, cards, plates and houses are found, once each and in order', () => {
    const text =
      '石门村三组12号楼3单元301室的住户电话13812345678，座机0943-5521234，身份证11010519491231002X，' +
      '车牌甘D12345，卡号6222 0210 0011 1223 334；再说一遍：13812345678。'
    expect(kinds(text)).toEqual([
      ['house_number', '三组12号楼3单元301室'],
      ['phone', '13812345678'],
      ['phone', '0943-5521234'],
      ['id_card', '11010519491231002X'],
      ['plate', '甘D12345'],
      ['bank_card', '6222 0210 0011 1223 334'],
    ])
  })

  test('digits written in full width are found too', () => {
    expect(kinds('电话：１３８１２３４５６７８')).toEqual([['phone', '13812345678']])
  })

  test('known names are found, and shown masked; a surname alone is not', () => {
    const found = personalIn('张 建国和欧阳修都来了，姓张的没来', ['张建国', '欧阳修', '张', '李四'])
    expect(found).toEqual([
      { kind: 'name', text: '张建国', masked: '张**' },
      { kind: 'name', text: '欧阳修', masked: '欧阳*' },
    ])
  })

  test('what bulletins are full of is left alone', () => {
    const text =
      '2026年3月6日至12日，全县151个村共清运垃圾13812吨，投入资金1234567.89元，得分98.5，排名前30；' +
      '5号召开推进会，文号〔2026〕3号，代码620423101201，G109国道，第15期，3组5队完成。' +
      '服务热线12345，订单编号20260306123456，完成率138.12345678%。'
    expect(kinds(text)).toEqual([])
  })

  test('eighteen digits that are no identity card are not called one', () => {
    expect(isIdCard('110105194912310021')).toBe(false)
    expect(isIdCard('110105194913310027')).toBe(false)
    expect(isIdCard('11010519491231002X')).toBe(true)
    expect(isIdCard('620423200002293010')).toBe(true)
    expect(isIdCard('620423200102293010')).toBe(false)
    expect(isBankCard('4111111111111111')).toBe(true)
    expect(isBankCard('4111111111111112')).toBe(false)
    expect(kinds('编号110105194912310021')).toEqual([])
  })
})

test('a bulletin is looked through block by block, a number half in bold as one', () => {
  const text = (words: string) => ({ type: 'text', text: words })
  const document = {
    type: 'doc',
    content: [
      {
        type: 'paragraph',
        content: [text('请打138'), text('1234'), text('5678'), { type: 'hardBreak' }, text('找他')],
      },
      {
        type: 'table',
        content: [
          {
            type: 'tableRow',
            content: [{ type: 'tableCell', content: [{ type: 'paragraph', content: [text('甘D12345')] }] }],
          },
        ],
      },
      { type: 'picture', attrs: { photo: 'p', caption: '三组12号楼前' } },
      { type: 'data', attrs: { id: 'd', kind: 'standings' } },
    ],
  }
  expect(kinds(wordsIn(document)).map(([kind]) => kind)).toEqual(['phone', 'plate', 'house_number'])
})
