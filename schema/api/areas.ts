import { z } from 'zod'
import { Day, Id, Name, PageQuery } from './common.ts'
import { CountyStatus } from './identity.ts'
import { Post } from './ranking.ts'

export const areaLevels = [
  'county',
  'township',
  'village',
  'village_group',
  'grid',
  'household',
  'merchant',
] as const
export const AreaLevel = z.enum(areaLevels)
export type AreaLevel = z.infer<typeof AreaLevel>

export const Area = z.object({
  id: z.string(),
  code: z.string(),
  name: z.string(),
  level: AreaLevel,
  parent: z.string().nullable(),
  active: z.boolean(),
  /** The area it has been merged into. */
  mergedInto: z.string().nullable().optional(),
})
export type Area = z.infer<typeof Area>

export const NewArea = z.strictObject({
  id: Id.optional(),
  name: Name,
  level: z.enum(['township', 'village', 'village_group', 'grid']),
  parent: Id,
  /** A national code, where the area has one; otherwise its id serves as code. */
  code: Id.optional(),
})
export type NewArea = z.infer<typeof NewArea>

export const AreaChange = z.strictObject({
  name: Name.optional(),
  code: Id.optional(),
  active: z.boolean().optional(),
})
export type AreaChange = z.infer<typeof AreaChange>

export const AreaQuery = PageQuery.extend({
  level: AreaLevel.optional(),
  parent: Id.optional(),
  /** Part of a name. */
  q: z.string().trim().max(50).optional(),
})

export const CountySetup = z.object({
  id: z.string(),
  code: z.string(),
  name: z.string(),
  status: CountyStatus,
  demo: z.boolean(),
  office: z.string(),
  setup: z.object({ areas: z.enum(['importing', 'ready']), townships: z.int(), villages: z.int() }),
})
export type CountySetup = z.infer<typeof CountySetup>

export const UnitKind = z.enum(['office', 'department', 'group'])
export type UnitKind = z.infer<typeof UnitKind>
export const groupPurposes = ['leading', 'special', 'liaison', 'inspection'] as const
/** 领导小组, 专项组, 包抓组, 督察组. */
export const GroupPurpose = z.enum(groupPurposes)
export type GroupPurpose = z.infer<typeof GroupPurpose>
/** 组长, 副组长, 成员. */
export const UnitDuty = z.enum(['head', 'deputy', 'member'])
export type UnitDuty = z.infer<typeof UnitDuty>
export const NewUnit = z.strictObject({
  id: Id.optional(),
  name: Name,
  kind: UnitKind,
  /** What a group is for. */
  purpose: GroupPurpose.optional(),
  covers: z.array(Id).max(200).optional(),
})
export type NewUnit = z.infer<typeof NewUnit>
export const UnitChange = z.strictObject({
  name: Name.optional(),
  purpose: GroupPurpose.nullable().optional(),
  covers: z.array(Id).max(200).optional(),
  active: z.boolean().optional(),
})
export const Unit = z.object({
  id: z.string(),
  name: z.string(),
  kind: UnitKind,
  purpose: GroupPurpose.nullable(),
  covers: z.array(z.string()),
  active: z.boolean(),
})
export type Unit = z.infer<typeof Unit>

const Person = {
  name: z.string().trim().min(1).max(40),
  duty: UnitDuty,
  /** What they are outside the unit; may be empty. */
  title: z.string().trim().max(60),
}
export const UnitPeople = z.strictObject({ people: z.array(z.strictObject(Person)).max(200) })
/** Somebody who sits in a unit, whether or not they sign in. */
export const UnitPerson = z.object({ id: z.string(), unit: z.string(), ...Person })
export type UnitPerson = z.infer<typeof UnitPerson>

export const PostHolding = z.object({
  id: z.string(),
  area: z.string(),
  post: Post,
  holder: z.string(),
  startsOn: Day,
  endsOn: Day.nullable(),
})
export type PostHolding = z.infer<typeof PostHolding>

/** One row of an imported sheet and what became of it. `row` counts from 1 as the spreadsheet does. */
export const RowProblem = z.object({ code: z.string(), message: z.string() })
export const Suggestion = z.object({ subject: z.string(), name: z.string(), township: z.string() })
export const PostImport = z.object({
  applied: z.boolean(),
  rows: z.array(
    z.object({
      row: z.int(),
      post: Post.optional(),
      holder: z.string().optional(),
      area: z.string().optional(),
      name: z.string().optional(),
      startsOn: Day.optional(),
      endsOn: Day.optional(),
      error: RowProblem.optional(),
      suggestions: z.array(Suggestion).optional(),
    }),
  ),
})
