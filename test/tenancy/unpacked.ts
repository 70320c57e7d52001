import { unzipSync } from 'fflate'
import type { Answer } from '../support/client.ts'

/** All that an answer says: spreadsheets, documents and archives with what is packed in them. */
export function unpacked({ bytes, text }: Answer): string {
  return isZip(bytes) ? inside(bytes) : text
}

function inside(bytes: Uint8Array): string {
  return Object.entries(unzipSync(bytes))
    .map(([name, part]) => `${name}\n${isZip(part) ? inside(part) : new TextDecoder().decode(part)}`)
    .join('\n')
}

function isZip(bytes: Uint8Array): boolean {
  return bytes[0] === 0x50 && bytes[1] === 0x4b && bytes[2] === 3 && bytes[3] === 4
}
