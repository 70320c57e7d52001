import { describe, expect, it } from 'vitest'
import { type NameContext, resolveName } from '../../../worker/domain/sheets/resolve-name.ts'
import { indexRoster, type RosterSubject } from '../../../worker/domain/sheets/roster.ts'
import { editDistance } from '../../../worker/domain/sheets/suggest.ts'
import { boai, inTownship, jingtai } from './rosters.ts'

const inJingtai = indexRoster(jingtai)
const inBoai = indexRoster(boai)

/** The full name found, or the error with the names suggested. */
function meaning(name: string, index = inJingtai, context: NameContext = {}): string {
  const found = resolveName(name, context, index)
  if ('subject' in found) return found.subject.name
  const suggested = found.suggestions.map((one) => `${one.township}${one.name}`)
  return [found.error.code, ...suggested].join(' ')
}

describe('a name on a sheet', () => {
  it.each([
    ['石门村民委员会', '石门村民委员会'],
    ['石门村委会', '石门村民委员会'],
    ['石门村', '石门村民委员会'],
    ['石门', '石门村民委员会'],
    [' 石　门 村 ', '石门村民委员会'],
    ['石门行政村', '石门村民委员会'],
    ['石门村（示范村）', '石门村民委员会'],
    ['6.石门村', '石门村民委员会'],
    ['★石门村', '石门村民委员会'],
    ['一条山镇石门村', '石门村民委员会'],
    ['景泰县一条山镇石门村委会', '石门村民委员会'],
    ['水源村', '水源村村民委员会'],
    ['水源', '水源村村民委员会'],
    ['人民路社区', '人民路社区居民委员会'],
    ['人民路居委会', '人民路社区居民委员会'],
    ['人民路社区居委会', '人民路社区居民委员会'],
    ['人民路', '人民路社区居民委员会'],
    ['民安社区居委会', '民安社区'],
    ['芦阳村', '芦阳村民委员会'],
    ['芦阳镇芦阳村', '芦阳村民委员会'],
    ['东关村', '东关村民委员会'],
    ['东关社区', '东关社区居民委员会'],
    ['大水䃎村', '大水䃎村民委员会'],
  ])('%s is %s', (written, full) => {
    expect(meaning(written)).toBe(full)
  })

  it('of every village in the county is found by its full, short and prefixed form', () => {
    for (const { id, name, townshipName } of jingtai) {
      const short = name
        .replace(/社区居民委员会$/u, '社区')
        .replace(/村民委员会$/u, '村')
        .replace(/村村$/u, '村')
      for (const written of [name, short, `${townshipName}${short}`]) {
        const found = resolveName(written, { township: townshipName }, inJingtai)
        expect(found, written).toMatchObject({ subject: { id } })
      }
    }
  })
})

describe('a name that fits several', () => {
  it('is ambiguous between two townships, and says which', () => {
    expect(meaning('王保村', inBoai)).toBe('ambiguous 博爱县磨头镇王保村民委员会 博爱县金城乡王保村民委员会')
  })

  it.each(['磨头镇', '磨头', '博爱县磨头镇'])('is settled by %s beside it', (township) => {
    const found = resolveName('王保村', { township }, inBoai)
    expect(found).toMatchObject({ subject: { code: '410822105214' } })
  })

  it('is settled by a township before it', () => {
    expect(resolveName('金城乡王保村', {}, inBoai)).toMatchObject({ subject: { code: '410822203206' } })
  })

  it('is settled by the township that reports', () => {
    expect(resolveName('王保村', { reporter: '410822203' }, inBoai)).toMatchObject({
      subject: { code: '410822203206' },
    })
  })

  it('is told apart by village and community, and is in doubt without', () => {
    expect(meaning('三街村', inBoai)).toBe('三街村民委员会')
    expect(meaning('三街社区', inBoai)).toBe('三街居民委员会')
    expect(meaning('三街', inBoai)).toBe(
      'ambiguous 博爱县清化镇街道三街居民委员会 博爱县清化镇街道三街村民委员会',
    )
  })
})

describe('a name that fits nobody', () => {
  it('gets the nearest suggested, and is never guessed', () => {
    expect(meaning('石们村')).toMatch(/^unknown .*一条山镇石门村民委员会/u)
    expect(meaning('石门社区')).toMatch(/^unknown 一条山镇石门村民委员会/u)
  })

  it('prefers the township beside it', () => {
    expect(meaning('王堡村', inBoai, { township: '金城乡' })).toMatch(/^unknown 博爱县金城乡王保村民委员会/u)
  })

  it('gets five suggestions at most, and none where nothing is alike', () => {
    const many = resolveName('新村', {}, inJingtai)
    expect('suggestions' in many && many.suggestions.length).toBeLessThanOrEqual(5)
    expect(meaning('无锡阳山水蜜桃')).toBe('unknown')
    expect(meaning('')).toBe('unknown')
  })
})

describe('a name of another township', () => {
  const yitiaoshan = inTownship(jingtai, '一条山镇')[0]?.township ?? ''

  it('is outside a township’s report', () => {
    const found = resolveName('芦阳村', { reporter: yitiaoshan }, inJingtai)
    expect(found).toMatchObject({ error: { code: 'outside_scope', params: { township: '芦阳镇' } } })
  })

  it('is outside even when the township is written beside it', () => {
    const context = { reporter: yitiaoshan, township: '芦阳镇' }
    expect(meaning('东关村', inJingtai, context)).toMatch(/^outside_scope/u)
  })

  it('is the reporter’s own where both have one of that name', () => {
    expect(meaning('东关', inJingtai, { reporter: yitiaoshan })).toBe('东关社区居民委员会')
  })

  it('contradicts the township written beside it', () => {
    expect(meaning('石门村', inJingtai, { township: '芦阳镇' })).toBe('wrong_township 一条山镇石门村民委员会')
  })
})

describe('a register that names oddly', () => {
  const named = (id: string, name: string): RosterSubject => ({
    id,
    code: id,
    name,
    township: 't',
    townshipName: '甲镇',
  })
  const odd = indexRoster([
    named('1', '新村村民委员会'),
    named('2', '上村委会'),
    named('3', '乌兰嘎查'),
    named('4', '三零二团生活区'),
    named('5', '__proto__'),
  ])

  it.each([
    ['新村', '1'],
    ['新村村', '1'],
    ['上村', '2'],
    ['乌兰', '3'],
    ['三零二团生活区', '4'],
    ['__proto__', '5'],
  ])('%s is found', (written, id) => {
    expect(resolveName(written, {}, odd)).toMatchObject({ subject: { id } })
  })

  it('is in doubt where one township registers the short name another one has too', () => {
    const index = indexRoster([
      named('1', '先锋村委会'),
      { ...named('2', '先锋村'), township: 'u', townshipName: '乙镇' },
    ])
    expect(resolveName('先锋村', {}, index)).toMatchObject({ error: { code: 'ambiguous' } })
    expect(resolveName('先锋村委会', {}, index)).toMatchObject({ subject: { id: '1' } })
    expect(resolveName('先锋村', { township: '乙镇' }, index)).toMatchObject({ subject: { id: '2' } })
    expect(resolveName('先锋村', { township: '甲镇' }, index)).toMatchObject({ subject: { id: '1' } })
  })

  it('keeps two of one township apart by their registered names', () => {
    const index = indexRoster([named('1', '西关社区居委会'), named('2', '西关社区')])
    expect(resolveName('西关社区', {}, index)).toMatchObject({ subject: { id: '2' } })
    expect(resolveName('西关社区居委会', {}, index)).toMatchObject({ subject: { id: '1' } })
    expect(resolveName('西关', {}, index)).toMatchObject({ error: { code: 'ambiguous' } })
  })

  it('does not know the names every object has', () => {
    expect(resolveName('constructor', {}, odd)).toMatchObject({ error: { code: 'unknown' } })
  })
})

describe('the distance of two names', () => {
  it.each([
    ['石门', '石门', 0],
    ['石门', '石们', 1],
    ['石门', '石', 1],
    ['', '石门', 2],
    ['𠮷村', '吉村', 1],
    ['ab', 'ba', 2],
  ])('%s to %s is %d', (a, b, distance) => {
    expect(editDistance(a, b)).toBe(distance)
    expect(editDistance(b, a)).toBe(distance)
  })
})
