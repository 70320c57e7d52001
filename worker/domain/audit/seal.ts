import { canonicalJson } from '../canonical.ts'

/**
 * How long rows of the audit are kept at the least. Nothing of the service deletes or changes one, and the database's
 * triggers refuse it: they go with their county, when the whole of it is erased.
 */
export const keptDays = 180

/** No block covers more rows of its span, nor more late ones. */
export const blockRows = 1000

/** What stands in the first block for the hash of the one before it. */
export const noHash = '0'.repeat(64)

/** A row as it is sealed. `detail` is what its JSON says, or its text where it is none. */
export type AuditContent = {
  id: string
  at: string
  actor: string
  verb: string
  target: string
  detail: unknown
}

/** A row of the audit in a block: its id and the SHA-256 of `rowText`. */
export type SealedRow = { id: string; hash: string }

/** One block without its hash; see schema/tables/ledger.ts. */
export type SealHead = {
  no: number
  after: string
  upTo: string
  rows: number
  late: number
  previous: string
  sealedAt: string
}

/** What of a row its hash covers, in one possible writing. */
export function rowText({ id, at, actor, verb, target, detail }: AuditContent): string {
  return canonicalJson({ id, at, actor, verb, target, detail })
}

/**
 * A block as a text, a line for its head and one a row: those of its span and then the late ones, each by id. The
 * block's hash is the SHA-256 of this text, so whoever keeps the text can check it with `sha256sum` alone.
 */
export function blockText(head: SealHead, rows: readonly SealedRow[], late: readonly SealedRow[]): string {
  const { no, after, upTo, previous, sealedAt } = head
  const said = { version: 1, no, after, upTo, rows: head.rows, late: head.late, previous, sealedAt }
  return [canonicalJson(said), ...[...rows, ...late].map(({ id, hash }) => `${id} ${hash}`), ''].join('\n')
}

/** The rows that a block's text lists, by id. */
export function rowsOfBlock(text: string): Map<string, string> {
  const lines = text.split('\n').slice(1)
  return new Map(
    lines.flatMap((line): [string, string][] => {
      const [id, hash] = line.split(' ')
      return id && hash ? [[id, hash]] : []
    }),
  )
}

/** How rows differ from those that a block sealed: ids. */
export type RowDifferences = { changed: string[]; removed: string[]; added: string[] }

export function compareRows(
  sealed: ReadonlyMap<string, string>,
  found: readonly SealedRow[],
): RowDifferences {
  const here = new Map(found.map(({ id, hash }) => [id, hash]))
  return {
    changed: found.filter(({ id, hash }) => sealed.has(id) && sealed.get(id) !== hash).map(({ id }) => id),
    removed: [...sealed.keys()].filter((id) => !here.has(id)),
    added: found.filter(({ id }) => !sealed.has(id)).map(({ id }) => id),
  }
}

const day = 86_400_000
const twoInShanghai = 18 * 3_600_000
const halfAnHour = 1_800_000

/**
 * Before which instant rows may be sealed at `now` (epoch ms both): the last 02:00 in Asia/Shanghai that is half an
 * hour past. Whoever writes a row makes its id when the request begins, and no request lasts that long.
 */
export function sealedBefore(now: number): number {
  return Math.floor((now - halfAnHour - twoInShanghai) / day) * day + twoInShanghai
}
