import { inflateSync, strFromU8 } from 'fflate'
import { packed } from './packed-passwords.ts'

/**
 * Passwords that many people have, and words that many are made of, packed by worker/local/pack-passwords.ts. Sources:
 * the list of Django 5.2 (BSD-3-Clause, after Royce Williams), of zxcvbn-ts language-common 4.1 (MIT), and the
 * thousand most common Chinese ones of SecLists (MIT).
 */
export function commonPasswords(): { passwords: ReadonlySet<string>; words: ReadonlySet<string> } {
  unpacked ??= unpack()
  return unpacked
}

let unpacked: ReturnType<typeof unpack> | undefined

function unpack() {
  const text = strFromU8(inflateSync(Buffer.from(packed, 'base64')))
  const [passwords = '', words = ''] = text.split('\n\n')
  return { passwords: new Set(passwords.split('\n')), words: new Set(words.split('\n')) }
}
