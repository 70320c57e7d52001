import type { R2Bucket } from '@cloudflare/workers-types'
import type { CountyId } from '../../schema/tables/keys.ts'

/** A block of the audit: its number, its hash and the instant it was sealed. */
type Sealed = { no: number; hash: string; sealedAt: string }

/** Where a block's digest lies: `COUNTY/audit/00000012.txt`. A listing is in the blocks' order. */
export function digestKey(county: CountyId, no: number): string {
  return `${county}/audit/${String(no).padStart(8, '0')}.txt`
}

/**
 * Stores a block's text once and for all: what lies there already is never written over. R2 itself checks the hash.
 * Throws where another text lies there.
 */
export async function putDigest(
  files: R2Bucket,
  county: CountyId,
  seal: Sealed,
  text: string,
): Promise<void> {
  const key = digestKey(county, seal.no)
  const stored = await files.put(key, text, {
    sha256: seal.hash,
    customMetadata: { hash: seal.hash, sealedAt: seal.sealedAt },
    httpMetadata: { contentType: 'text/plain; charset=utf-8' },
    onlyIf: { etagDoesNotMatch: '*' },
  })
  if (stored) return
  const there = await files.head(key)
  if (there?.customMetadata?.hash !== seal.hash) throw new Error(`another digest lies at ${key}`)
}

export async function hasDigest(files: R2Bucket, county: CountyId, no: number): Promise<boolean> {
  return (await files.head(digestKey(county, no))) !== null
}

export type Digest = { no: number; key: string; hash: string | undefined }

/** The digests of the blocks from number `from` on, in order, at most `limit` (no more than 1000). */
export async function listDigests(
  files: R2Bucket,
  county: CountyId,
  from: number,
  limit: number,
): Promise<Digest[]> {
  const prefix = `${county}/audit/`
  const { objects } = await files.list({
    ...{ prefix, limit, include: ['customMetadata'] },
    startAfter: digestKey(county, from - 1),
  })
  return objects.map(({ key, customMetadata }) => ({
    no: Number.parseInt(key.slice(prefix.length), 10),
    key,
    hash: customMetadata?.hash,
  }))
}

export async function readDigest(files: R2Bucket, key: string): Promise<string | undefined> {
  return (await files.get(key))?.text()
}
