import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { readHeaders } from '../../worker/local/headers.ts'

function aFile(text: string): string {
  const file = join(mkdtempSync(join(tmpdir(), 'xiangbang-headers-')), '_headers')
  writeFileSync(file, text)
  return file
}

it('reads addresses and, indented below them, their headers', () => {
  const file = aFile('# all\n/*\n  x-a: 1; b=2\n\tx-b: c:d\n\n/static/*\n  x-a: 3\n')
  expect(readHeaders(file)).toEqual({
    version: 2,
    rules: { '/*': { set: { 'x-a': '1; b=2', 'x-b': 'c:d' } }, '/static/*': { set: { 'x-a': '3' } } },
  })
})

it.each(['  x-a: 1\n', '/*\nx-a: 1\n', '/*\n  x-a\n'])('refuses %j', (text) => {
  expect(() => readHeaders(aFile(text))).toThrow('what is')
})
