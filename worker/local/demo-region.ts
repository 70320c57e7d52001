import type { PackedIndex, PackedPrefecture } from '../files/regions.ts'

/** The fictional province as the index lists it: 示范省 → 示范市 → 示范县 (990001). */
export function demoProvince(): PackedIndex[number] {
  return ['99', '示范省', [['00', '示范市', [['01', '示范县']]]]]
}

/** The fictional county of 11 townships and 151 villages, in the form of a packed prefecture; always the same. */
export function demoPrefecture(): Record<string, PackedPrefecture> {
  let made = 0
  const village = (_: unknown, position: number) => {
    const name = `${first[made % first.length]}${second[made % second.length]}村民委员会`
    made++
    return `${200 + position}${name}`
  }
  return {
    '9900': [
      [
        '01',
        '示范县',
        townships.map(([digits, name, count]) => [digits, name, Array.from({ length: count }, village)]),
      ],
    ],
  }
}

/** Names no township of the country bears, so that no real village can be taken for one of these (a test checks it). */
const townships = [
  ['100', '春和晴镇', 18],
  ['101', '夏荷洲镇', 16],
  ['102', '秋禾满镇', 15],
  ['103', '冬麦青镇', 15],
  ['104', '云汀晓镇', 14],
  ['105', '月桥西镇', 14],
  ['200', '松风涧乡', 13],
  ['201', '竹里烟乡', 13],
  ['202', '杏花疏乡', 12],
  ['203', '星河野乡', 11],
  ['204', '雁来浦乡', 10],
] as const

// 14 and 11 share no divisor, so walking both lists side by side gives 154 different names before one repeats.
const first = '青明和安永新文福康乐丰益清嘉'
const second = '禾泉岭桥庄坪湾塘井林渡'
