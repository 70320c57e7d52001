import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { deflateRawSync } from 'node:zlib'
import { coreOf, plainOf, shortestPassword } from '../domain/access/passwords.ts'
import { repository } from './paths.ts'

/*
 * Packs lists of common passwords (one a line, the most common first) into worker/files/common-passwords.ts:
 *
 *   node worker/local/pack-passwords.ts common-passwords.txt passwords.txt chinese-top-1000.txt
 *
 * What it was made from stands in the file it writes. Kept are passwords of ten characters and more as they are (those
 * are the ones a person could choose here), and of the first few thousand of each list the words they are made of, so
 * that `woaini` is found in `woaini20131415`. Packed, because some of them are nothing to read.
 */
const wordsFrom = 5000
const lists = process.argv
  .slice(2)
  .map((file) => readFileSync(file, 'utf8').split(/\r?\n/).map(plainOf).filter(Boolean))
const long = lists.flat().filter((password) => password.length >= shortestPassword)
const words = lists
  .flatMap((list) => list.slice(0, wordsFrom))
  .map(coreOf)
  .filter((word) => word.length >= 4 && word.length < 12)
const text = [long, words].map((all) => [...new Set(all)].sort().join('\n')).join('\n\n')
const packed = deflateRawSync(text, { level: 9 }).toString('base64')

writeFileSync(
  join(repository, 'worker/files/packed-passwords.ts'),
  `/** Made by worker/local/pack-passwords.ts; what it holds and where it comes from is said in common-passwords.ts. */
export const packed =
  '${packed}'
`,
)
console.log(
  `${new Set(long).size} passwords and ${new Set(words).size} words in ${Math.round(packed.length / 1024)} KB`,
)
