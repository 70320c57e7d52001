import type { AuditFinding, AuditVerification } from '../../../schema/api/audit.ts'
import {
  countUnsealed,
  type SealRow,
  selectHead,
  selectLate,
  selectLostGuards,
  selectSeals,
  selectSpan,
} from '../../data/audit-seals.ts'
import type { CountyRow } from '../../data/callers.ts'
import { sha256 } from '../../data/sha256.ts'
import {
  type AuditContent,
  blockRows,
  blockText,
  compareRows,
  noHash,
  rowsOfBlock,
  type SealedRow,
} from '../../domain/audit/seal.ts'
import type { Env } from '../../env.ts'
import { type Digest, listDigests, readDigest } from '../../files/audit-digests.ts'
import type { CountyContext } from '../context.ts'
import { hashRows } from './hash-rows.ts'

/** How many blocks one step looks at, and how many findings it names; the rest are found once these are dealt with. */
const mostBlocks = 40
const mostFindings = 100

type Verifying = Pick<CountyContext, 'db'> & { env: Pick<Env, 'FILES'>; county: Pick<CountyRow, 'id'> }

/**
 * Checks up to 40 blocks of the audit, from number `from` on: each against its rows, the block before it and its digest
 * in R2. `next` is where to go on, null at the end. Memory does not grow with the audit.
 */
export async function verifyAudit(context: Verifying, from: number): Promise<AuditVerification> {
  const { db, env, county } = context
  // The block before is read along: it says what this one must follow.
  const [[head], found, lost] = await db.together(
    selectHead(db),
    selectSeals(db, from - 1, mostBlocks + 1),
    selectLostGuards(),
  )
  const before = found[0]?.no === from - 1 ? found[0] : undefined
  const seals = found.filter(({ no }) => no >= from).slice(0, mostBlocks)
  const digests = await listDigests(env.FILES, county.id, from, mostBlocks)
  const open: AuditFinding[] =
    from === 1 && lost.length > 0 ? [{ kind: 'unguarded', block: 0, row: null }] : []
  const findings = [...open, ...sequence(from, before, seals)]
  const contents = await contentsOf(context, seals)
  for (const [i, seal] of seals.entries()) {
    const digest = digests.find(({ no }) => no === seal.no)
    findings.push(...(await checkBlock(context, seal, contents[i] ?? [], digest)))
  }
  const last = seals.at(-1)?.no ?? from - 1
  const more = head !== undefined && head.no > last
  findings.push(...(more ? [] : digests.filter(({ no }) => no > last).map(({ no }) => missing(no))))
  return {
    ...{ from, to: last, rows: seals.reduce((sum, { rows, late }) => sum + rows + late, 0) },
    ...{ findings: findings.slice(0, mostFindings), next: more ? last + 1 : null },
    head: head ? { no: head.no, hash: head.hash, sealedAt: head.sealedAt } : null,
    unsealed: more ? 0 : await countUnsealed(db, head),
  }
}

/** Every block by steps: for programs that have the time. Answers all findings, at most a hundred a step. */
export async function verifyWholeAudit(
  context: Verifying,
  progress: (step: AuditVerification) => void = () => {},
): Promise<AuditVerification> {
  const whole = await verifyAudit(context, 1)
  progress(whole)
  while (whole.next !== null) {
    const step = await verifyAudit(context, whole.next)
    progress(step)
    whole.findings.push(...step.findings)
    const { to, next, head, unsealed } = step
    Object.assign(whole, { to, next, head, unsealed, rows: whole.rows + step.rows })
  }
  return whole
}

/** Whether the blocks follow one another without a gap, each naming the one before. */
function sequence(from: number, before: SealRow | undefined, seals: readonly SealRow[]): AuditFinding[] {
  const findings: AuditFinding[] = []
  let last = before ?? { no: from - 1, hash: noHash, upTo: '' }
  const known = before !== undefined || from === 1
  for (const [i, seal] of seals.entries()) {
    for (let no = last.no + 1; no < seal.no; no++) findings.push(missing(no))
    const follows = seal.previous === last.hash && seal.after === last.upTo
    if (!follows && seal.no === last.no + 1 && (i > 0 || known)) {
      findings.push({ kind: 'chain_broken', block: seal.no, row: null })
    }
    last = seal
  }
  return findings
}

/** The rows of each block, as many blocks at once as fit in two thousand rows. */
async function contentsOf({ db }: Verifying, seals: readonly SealRow[]): Promise<SealedRow[][][]> {
  const contents: SealedRow[][][] = []
  for (let i = 0; i < seals.length; ) {
    let rows = 0
    let until = i
    while (until < seals.length && (until === i || rows + size(seals[until]) <= 2 * blockRows)) {
      rows += size(seals[until])
      until++
    }
    const blocks = seals.slice(i, until)
    const read = await db.together(
      ...blocks.flatMap((seal) => [
        // A few more than it should have, to name those that were put in.
        selectSpan(db, seal, blockRows + mostFindings),
        selectLate(db, seal.no, blockRows + mostFindings),
      ]),
    )
    const hashed = await Promise.all(read.map((some: AuditContent[]) => hashRows(some)))
    for (let at = 0; at < hashed.length; at += 2) contents.push(hashed.slice(at, at + 2))
    i = until
  }
  return contents
}

function size(seal: SealRow | undefined): number {
  return (seal?.rows ?? 0) + (seal?.late ?? 0)
}

/** One block against its rows and its digest. Only where something is wrong the digest is opened, to say what. */
async function checkBlock(
  { env }: Verifying,
  seal: SealRow,
  [rows = [], late = []]: SealedRow[][],
  digest: Digest | undefined,
): Promise<AuditFinding[]> {
  const block = seal.no
  const sound = (await sha256(blockText(seal, rows, late))) === seal.hash
  if (sound && digest?.hash === seal.hash) return []
  const text = digest && (await readDigest(env.FILES, digest.key))
  if (!digest || text === undefined) {
    const lost: AuditFinding = { kind: 'digest_missing', block, row: null }
    return sound ? [lost] : [lost, { kind: 'block_differs', block, row: null }]
  }
  const { changed, removed, added } = compareRows(rowsOfBlock(text), [...rows, ...late])
  const named: AuditFinding[] = [
    ...changed.map((row) => ({ kind: 'row_changed' as const, block, row })),
    ...removed.map((row) => ({ kind: 'row_removed' as const, block, row })),
    ...added.map((row) => ({ kind: 'row_added' as const, block, row })),
  ]
  // A block whose rows are in order but whose own record, or whose digest, says something else.
  if (digest.hash !== seal.hash || named.length === 0) named.push({ kind: 'block_differs', block, row: null })
  return named
}

function missing(block: number): AuditFinding {
  return { kind: 'block_missing', block, row: null }
}
