import { z } from 'zod'
import { ArchiveFault } from './fault.ts'

/** Version of the archive's own form; one with a higher number is refused. */
export const formatVersion = 1

const Sha256 = z.string().regex(/^[0-9a-f]{64}$/)
/** A part of the archive: how many rows, bytes before packing, and their sum. */
const Part = z.strictObject({
  name: z.string(),
  rows: z.int().min(0),
  bytes: z.int().min(0),
  sha256: Sha256,
})
export type Part = z.infer<typeof Part>

/** What an archive says of itself; it stands last in the file, since the sums are only known then. */
export const Manifest = z.strictObject({
  format: z.int(),
  /** The newest migration that the county's tables had had. */
  schema: z.string().regex(/^\d{4}_[\w-]+(\.sql)?$/),
  /** The program that wrote it. */
  program: z.string().max(100),
  exportedAt: z.string(),
  county: z.strictObject({ id: z.uuid(), code: z.string(), name: z.string() }),
  /** Whether the members' accounts with their password hashes are in it. */
  withAccounts: z.boolean(),
  /** Whether the county was being worked in while it was packed: what belongs together may then differ by moments. */
  changedMeanwhile: z.boolean(),
  control: z.array(Part),
  tables: z.array(Part.extend({ table: z.string(), columns: z.array(z.string()) })),
  /** Indexes of the files, up to 1,000 in each: a line a file, with key, size, type and SHA-256. */
  files: z.array(Part),
  totals: z.strictObject({ rows: z.int(), files: z.int(), fileBytes: z.int() }),
})
export type Manifest = z.infer<typeof Manifest>

/** A line of a file index. Keys lie below the county's prefix and can lead nowhere else. */
export const FileLine = z.strictObject({
  key: z
    .string()
    .min(1)
    .max(900)
    .refine((key) => isSafe(key)),
  size: z.int().min(0),
  type: z.string().nullable(),
  /** What else was noted with it, such as the hash of a sealed block. */
  custom: z.record(z.string(), z.string()),
  sha256: Sha256,
})
export type FileLine = z.infer<typeof FileLine>

/** Errors: ArchiveFault, where it is no manifest, or one of a newer form. */
export function readManifest(text: string): Manifest {
  const value = parsed(text)
  const format = typeof value === 'object' && value !== null && 'format' in value ? value.format : undefined
  if (typeof format === 'number' && format > formatVersion) {
    throw new ArchiveFault(
      `The archive has the newer form ${format}; this program knows ${formatVersion}. Update the program.`,
    )
  }
  const manifest = Manifest.safeParse(value)
  if (!manifest.success) throw new ArchiveFault('The archive’s manifest is damaged.')
  return manifest.data
}

/** No way up, no root, no backslash, no empty or hidden step. */
function isSafe(key: string): boolean {
  return key.split('/').every((step) => /^[\w-][\w.-]*$/.test(step))
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
