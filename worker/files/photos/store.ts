import type { R2Bucket, ReadableStream } from '@cloudflare/workers-types'
import type { CountyId } from '../../../schema/tables/keys.ts'
import { Unavailable } from '../../problems/unavailable.ts'

/** A county's picture by its hash: the same bytes lie there once, however often they are uploaded. */
export function photoKey(county: CountyId, sha256: string): string {
  return `${county}/photos/${sha256}`
}

/** All copies of one photo, or of one kind. */
export function copiesPrefix(county: CountyId, id: string, copy?: string): string {
  return `${county}/photo-copies/${id}/${copy ? `${copy}/` : ''}`
}

export function copyKey(county: CountyId, id: string, copy: string, sha256: string): string {
  return `${copiesPrefix(county, id, copy)}${sha256}`
}

/** The blurred copies that one article has of a photo: each article its own. */
export function columnCopiesPrefix(county: CountyId, article: string, photo: string): string {
  return `${county}/column-copies/${article}/${photo}/`
}

export function columnCopyKey(county: CountyId, article: string, photo: string, sha256: string): string {
  return `${columnCopiesPrefix(county, article, photo)}${sha256}`
}

/** Stores bytes; R2 refuses them where they do not have this hash. */
export async function putPicture(
  files: R2Bucket,
  key: string,
  bytes: Uint8Array,
  mime: string,
  sha256: string,
) {
  await reached(files.put(key, bytes, { sha256, httpMetadata: { contentType: mime } }))
}

export async function openPicture(files: R2Bucket, key: string): Promise<ReadableStream | undefined> {
  return (await reached(files.get(key)))?.body
}

export async function readPicture(files: R2Bucket, key: string): Promise<Uint8Array | undefined> {
  const found = await reached(files.get(key))
  return found ? new Uint8Array(await found.arrayBuffer()) : undefined
}

/** Takes keys away; one that is not there is no error. */
export async function removePictures(files: R2Bucket, keys: readonly string[]): Promise<void> {
  if (keys.length > 0) await reached(files.delete([...keys]))
}

/** The keys below a prefix, put before `until`; a photo has a handful of copies at most, so one page holds them. */
export async function keysBelow(files: R2Bucket, prefix: string, until?: Date): Promise<string[]> {
  const { objects } = await reached(files.list({ prefix }))
  return objects.filter(({ uploaded }) => !until || uploaded < until).map(({ key }) => key)
}

/** Errors: Unavailable, since nothing that is asked of R2 here can be wrong in itself. */
function reached<Answer>(asked: Promise<Answer>): Promise<Answer> {
  return asked.catch((error: unknown) => {
    throw new Unavailable(error)
  })
}
