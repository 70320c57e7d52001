import type { CountyKind, Division, DivisionLevel, RegionCounty } from '../../schema/api/regions.ts'

/** The static assets binding, or anything that answers `fetch` the same way. */
export interface Assets {
  fetch(url: string): Promise<Response>
}

/** A name, and in front of it the digits that its code adds to its parent's code. */
export type Packed = [digits: string, name: string]
/** `regions/index.json`: provinces, their cities, their counties. */
export type PackedIndex = [...Packed, cities: [...Packed, counties: Packed[]][]][]
/** A village is one string: the last three digits of its code, then its name. */
export type PackedTownship = [...Packed, villages: string[]]
/** `regions/6204.json`: the counties under a four-digit prefix. */
export type PackedPrefecture = [...Packed, townships: PackedTownship[]][]

/**
 * Divisions directly under a code of 2, 4, 6 or 9 digits, in the order of their codes; without one, the provinces.
 * Undefined where there is no such parent. Source: the national statistical codes, packed by worker/local/pack-regions.ts.
 */
export async function childrenOf(assets: Assets, parent = ''): Promise<Division[] | undefined> {
  if (parent.length > 4) return childrenOfCounty(assets, parent)
  const provinces = await read<PackedIndex>(assets, 'index')
  if (parent === '') return divisions('province', '', provinces)
  const province = under(provinces, '', parent.slice(0, 2))
  if (parent.length === 2) return province && divisions('city', parent, province[2])
  const city = province && under(province[2], province[0], parent)
  return city && divisions('county', parent, city[2])
}

/** The first 20 county-level divisions with `part` in their names, those that begin with it first. */
export async function countiesNamed(assets: Assets, part: string): Promise<Division[]> {
  const found: (Division & { at: number })[] = []
  for (const [provinceCode, province, cities] of (await read<PackedIndex>(assets, 'index')) ?? []) {
    for (const [cityDigits, city, counties] of cities) {
      for (const [digits, name] of counties) {
        const at = name.indexOf(part)
        const within = province === city ? province : `${province} ${city}`
        if (at >= 0)
          found.push({ code: provinceCode + cityDigits + digits, name, level: 'county', within, at })
      }
    }
  }
  return found
    .sort((a, b) => a.at - b.at)
    .slice(0, 20)
    .map(({ at: _, ...division }) => division)
}

/** One county-level division with its townships and villages; undefined where the code is unknown. */
export async function county(assets: Assets, code: string): Promise<RegionCounty | undefined> {
  if (!/^\d{6}$/.test(code)) return undefined
  const cityCode = code.slice(0, 4)
  const province = under((await read<PackedIndex>(assets, 'index')) ?? [], '', code.slice(0, 2))
  const city = province && under(province[2], province[0], cityCode)
  if (!city) return undefined
  const found = under((await read<PackedPrefecture>(assets, cityCode)) ?? [], cityCode, code)
  if (!found) return undefined
  const [, name, townships] = found
  return {
    code,
    name,
    province: province[1],
    city: city[1],
    kind: kindOf(code, name),
    townships: townships.map(([digits, township, villages]) => ({
      code: code + digits,
      name: township,
      villages: villages.map((village) => ({
        code: code + digits + village.slice(0, 3),
        name: village.slice(3),
      })),
    })),
  }
}

async function childrenOfCounty(assets: Assets, parent: string): Promise<Division[] | undefined> {
  const found = await county(assets, parent.slice(0, 6))
  if (parent.length === 6)
    return found?.townships.map(({ code, name }) => ({ code, name, level: 'township' }))
  const township = found?.townships.find(({ code }) => code === parent)
  return township?.villages.map(({ code, name }) => ({ code, name, level: 'village' }))
}

async function read<Content>(assets: Assets, name: string): Promise<Content | undefined> {
  const answer = await assets.fetch(`https://assets/regions/${name}.json`)
  if (answer.ok) return (await answer.json()) as Content
  await answer.body?.cancel()
  // A code nobody has is an ordinary question; a pack without an index is a broken deployment.
  if (name === 'index')
    throw new Error(`regions/index.json: ${answer.status}; the region data was not packed`)
  return undefined
}

function under<Entry extends [string, ...unknown[]]>(
  entries: Entry[] | undefined,
  parent: string,
  code: string,
) {
  return entries?.find(([digits]) => parent + digits === code)
}

function divisions(
  level: DivisionLevel,
  parent: string,
  entries: [string, string, ...unknown[]][] | undefined,
): Division[] | undefined {
  return entries?.map(([digits, name]) => ({ code: parent + digits, name, level }))
}

/** The legal kind can be read off the last characters, except for the zones the statistics number from 71. */
function kindOf(code: string, name: string): CountyKind {
  if (code[4] === '7') return '开发区'
  const ending = (['自治县', '自治旗', '林区', '特区', '县', '市', '区', '旗'] as const).find((kind) =>
    name.endsWith(kind),
  )
  return ending ?? '其他'
}
