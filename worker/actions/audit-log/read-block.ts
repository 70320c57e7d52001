import { findSeal } from '../../data/audit-seals.ts'
import { digestKey, readDigest } from '../../files/audit-digests.ts'
import { Problem } from '../../problems/problem.ts'
import type { CountyContext } from '../context.ts'

/** A block's digest as it lies in R2, with a name to save it under. Errors: not_found. */
export async function readBlock(
  { db, env, county }: Pick<CountyContext, 'db' | 'env' | 'county'>,
  no: number,
): Promise<{ name: string; text: string }> {
  const seal = await findSeal(db, no)
  const text = seal && (await readDigest(env.FILES, digestKey(county.id, no)))
  if (!seal || text === undefined) throw new Problem('not_found')
  return { name: `${county.code}-audit-${no}.txt`, text }
}
