import { z } from 'zod'
import { Instant, Name } from './common.ts'

/** A field made for a name in which this name stands: the post, unit, interview or meeting. */
export const NamePlace = z.object({
  /** Names the place in `keep`. */
  key: z.string(),
  kind: z.enum(['post', 'unit', 'interview', 'meeting']),
  /** The post's or duty's code, or the meeting's title. */
  what: z.string().nullable(),
  /** The area or unit. */
  where: z.string().nullable(),
  on: z.string().nullable(),
})
export type NamePlace = z.infer<typeof NamePlace>

/** Words in which a name stands that somebody typed; a human edits them. */
export const Mention = z.object({
  /** The kind of record, and its name in the reader's language. */
  table: z.string(),
  label: z.string(),
  /** The record's key within the county. */
  id: z.string(),
  column: z.string(),
  excerpt: z.string(),
})
export type Mention = z.infer<typeof Mention>

export const NameSearch = z.strictObject({ name: Name })
export const NameFound = z.object({
  /** A member of this name, if there is one; several of one name are several. */
  members: z.array(z.object({ id: z.string(), name: z.string(), login: z.string() })),
  places: z.array(NamePlace),
  mentions: z.array(Mention),
  /** A kind of record has more mentions than are shown. */
  more: z.boolean(),
})
export type NameFound = z.infer<typeof NameFound>

/** `confirm` repeats the name, since nothing brings it back. `keep` names places that are a namesake's. */
const wanted = { confirm: Name, keep: z.array(z.string().max(300)).max(200).optional() }
export const MemberErasure = z.strictObject(wanted)
export type MemberErasure = z.infer<typeof MemberErasure>
export const NameErasure = z.strictObject({ name: Name, ...wanted })
export type NameErasure = z.infer<typeof NameErasure>

/** What is left after an erasure: words that people typed. Empty for one who had been erased before. */
export const Erased = z.object({ mentions: z.array(Mention), more: z.boolean() })
export type Erased = z.infer<typeof Erased>

const Explained = z.object({
  key: z.string(),
  what: z.string(),
  why: z.string(),
  kept: z.string(),
  seenBy: z.string(),
  erased: z.string(),
})

/** Everything a county holds about one member, and what for. `rows` are records as they are stored. */
export const PersonalData = z.object({
  at: Instant,
  county: z.object({ id: z.string(), name: z.string() }),
  member: z.object({
    id: z.string(),
    name: z.string(),
    login: z.string(),
    role: z.string(),
    scope: z.string().nullable(),
    createdAt: Instant,
    disabledAt: Instant.nullable(),
  }),
  account: z
    .object({
      login: z.string(),
      name: z.string(),
      createdAt: Instant,
      sessions: z.array(z.object({ createdAt: Instant, expiresAt: Instant, revokedAt: Instant.nullable() })),
    })
    .nullable(),
  /** Places where the same name stands: it may be a namesake's. */
  places: z.array(NamePlace),
  did: z.array(
    z.object({
      table: z.string(),
      label: z.string(),
      rows: z.array(z.record(z.string(), z.unknown())),
      /** There are more rows than these. */
      more: z.boolean(),
    }),
  ),
  held: z.array(Explained),
})
export type PersonalData = z.infer<typeof PersonalData>
