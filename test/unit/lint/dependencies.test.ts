import { expect, test } from 'vitest'
import { dependencyProblems, problemsOf } from '../../lint/dependencies.ts'

const sound = { version: '1.0.0', license: 'MIT', integrity: 'sha512-x' }

test('our own packages are sound', () => {
  expect(dependencyProblems()).toEqual([])
})

test.each([
  ['a range', { dependencies: { a: '^1.0.0' } }, {}, 'not one exact version'],
  ['a tag', { devDependencies: { a: 'latest' } }, {}, 'not one exact version'],
  ['no hash', {}, { ...sound, integrity: '' }, 'no SHA-512'],
  ['a weak hash', {}, { ...sound, integrity: 'sha1-x' }, 'no SHA-512'],
  [
    'a script',
    { allowScripts: { b: true } },
    { ...sound, hasInstallScript: true },
    'script while installing',
  ],
  ['a licence with conditions', {}, { ...sound, license: 'AGPL-3.0-only' }, 'licence "AGPL-3.0-only"'],
  ['no licence', {}, { version: '1.0.0', integrity: 'sha512-x' }, 'licence "none"'],
  ['one part of two', {}, { ...sound, license: '(MIT AND GPL-3.0-only)' }, 'licence "(MIT'],
])('%s is found', (_, manifest, locked, said) => {
  const packages = { '': {}, 'node_modules/a': 'version' in locked ? locked : sound }
  expect(problemsOf(manifest, { packages })).toEqual([expect.stringContaining(said)])
})

test.each([
  ['a choice of licences', {}, { ...sound, license: '(MIT OR GPL-3.0-only)' }],
  ['tools under any licence', {}, { ...sound, license: 'MPL-2.0', dev: true }],
  ['a script that was agreed to', { allowScripts: { a: true } }, { ...sound, hasInstallScript: true }],
])('%s may be', (_, manifest, locked) => {
  expect(problemsOf(manifest, { packages: { 'node_modules/b/node_modules/a': locked } })).toEqual([])
})
