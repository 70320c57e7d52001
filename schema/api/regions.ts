import { z } from 'zod'

/** Levels of the national division, from the top; each has its own length of code: 2, 4, 6, 9 and 12 digits. */
export const divisionLevel = z.enum(['province', 'city', 'county', 'township', 'village'])
export type DivisionLevel = z.infer<typeof divisionLevel>

/** One division as a picker lists it; a county found by name says in which province and city it lies. */
export const division = z.object({
  code: z.string(),
  name: z.string(),
  level: divisionLevel,
  within: z.string().optional(),
})
export type Division = z.infer<typeof division>

/** Query of `GET /api/v1/regions`: the code above the wanted level, or part of a county's name; else the provinces. */
export const regionsQuery = z.strictObject({
  parent: z
    .string()
    .regex(/^(\d{2}|\d{4}|\d{6}|\d{9})$/)
    .optional(),
  q: z.string().trim().min(1).max(20).optional(),
})

export const divisionList = z.object({ items: z.array(division), nextCursor: z.null() })

/** The code of a county-level division, GB/T 2260. */
export const countyCode = z.string().regex(/^\d{6}$/)

/** What a county-level division is called by law; development zones run their own villages but are no legal division. */
export const countyKind = z.enum([
  '县',
  '自治县',
  '市',
  '区',
  '旗',
  '自治旗',
  '林区',
  '特区',
  '开发区',
  '其他',
])
export type CountyKind = z.infer<typeof countyKind>

const named = { code: z.string(), name: z.string() }
export const regionVillage = z.object(named)
export const regionTownship = z.object({ ...named, villages: z.array(regionVillage) })

/** Answer of `GET /api/v1/regions/{code}`: a county with all its townships and villages; `province` and `city` are names. */
export const regionCounty = z.object({
  ...named,
  province: z.string(),
  city: z.string(),
  kind: countyKind,
  townships: z.array(regionTownship),
})
export type RegionVillage = z.infer<typeof regionVillage>
export type RegionTownship = z.infer<typeof regionTownship>
export type RegionCounty = z.infer<typeof regionCounty>
