import {
  addSeal,
  type SealRow,
  selectErasure,
  selectHead,
  selectLate,
  selectSpan,
  selectUnsealed,
} from '../../data/audit-seals.ts'
import { sha256 } from '../../data/sha256.ts'
import { type AuditContent, blockRows, blockText, noHash, sealedBefore } from '../../domain/audit/seal.ts'
import { hasDigest, putDigest } from '../../files/audit-digests.ts'
import type { CountyContext } from '../context.ts'
import { hashRows } from './hash-rows.ts'

/** No more blocks in one go; who has more to seal is looked at again. */
const mostBlocks = 25

type Sealing = Pick<CountyContext, 'db' | 'env' | 'county' | 'now'>

/**
 * Seals the county's audit up to the last 02:00: block by block, each with a digest in R2. Answers whether there is
 * more. Interrupted anywhere it goes on the next time; two at once make each block once; a county that is being
 * erased is left alone. Throws where a digest in R2 says something else than the block.
 */
export async function sealAudit(context: Sealing): Promise<boolean> {
  for (let blocks = 0; blocks < mostBlocks; blocks++) {
    const sealed = await sealBlock(context, blocks === 0)
    if (!sealed) return false
  }
  return true
}

/** Seals one block; false where there is nothing to seal, or somebody else did meanwhile. */
async function sealBlock(context: Sealing, first: boolean): Promise<boolean> {
  const { db, env, county, now } = context
  const before = sealedBefore(now.getTime())
  const [[head], [erasing], rows, late] = await db.together(
    selectHead(db),
    selectErasure(db),
    selectUnsealed(db, before, blockRows),
    selectLate(db, null, blockRows),
  )
  if (erasing) return false
  if (first && head) await ensureDigest(context, head)
  if (rows.length === 0 && late.length === 0) return false
  const { seal, text } = await blockAfter(head, rows, late, now.toISOString())
  const ids = late.map(({ id }) => id)
  if (!(await addSeal(db, seal, ids))) return false
  await putDigest(env.FILES, county.id, seal, text)
  return true
}

async function blockAfter(
  head: SealRow | undefined,
  rows: readonly AuditContent[],
  late: readonly AuditContent[],
  sealedAt: string,
): Promise<{ seal: SealRow; text: string }> {
  const after = head?.upTo ?? ''
  const made = {
    ...{ no: (head?.no ?? 0) + 1, after, upTo: rows.at(-1)?.id ?? after },
    ...{ rows: rows.length, late: late.length, previous: head?.hash ?? noHash, sealedAt },
  }
  const text = blockText(made, await hashRows(rows), await hashRows(late))
  return { seal: { ...made, hash: await sha256(text) }, text }
}

/** A block whose digest was never stored, because the work was cut off in between, gets it now. */
async function ensureDigest({ db, env, county }: Sealing, head: SealRow): Promise<void> {
  if (await hasDigest(env.FILES, county.id, head.no)) return
  const [rows, late] = await db.together(
    selectSpan(db, head, blockRows + 1),
    selectLate(db, head.no, blockRows + 1),
  )
  const text = blockText(head, await hashRows(rows), await hashRows(late))
  if ((await sha256(text)) !== head.hash)
    throw new Error(`block ${head.no} of the audit is not as it was sealed`)
  await putDigest(env.FILES, county.id, head, text)
}
