import { spawnSync } from 'node:child_process'
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'
import { beforeEach, expect, it } from 'vitest'
import { repository } from '../../worker/local/paths.ts'

let clone: string
const json = (path: string, content: unknown) => writeFileSync(join(clone, path), JSON.stringify(content))
const lock = (version: string) => ({
  packages: {
    '': {},
    'node_modules/some': { version },
    'node_modules/mac': { version: '1', optional: true },
  },
})

/** A clone of a tiny project, on a machine whose npm does nothing but what `npm ci` leaves behind. */
beforeEach(() => {
  clone = mkdtempSync(join(tmpdir(), 'xiangbang-clone-'))
  mkdirSync(join(clone, 'worker/local'), { recursive: true })
  cpSync(join(repository, 'worker/local/bootstrap.mjs'), join(clone, 'worker/local/bootstrap.mjs'))
  writeFileSync(
    join(clone, 'program.ts'),
    `const said: string = process.argv.slice(2).join(' ')\nconsole.log(said, process.execPath)\nprocess.exit(7)`,
  )
  json('package.json', { devDependencies: { node: process.versions.node } })
  json('package-lock.json', lock('1.0.0'))
  program(
    'bin/npm',
    `echo "npm $@" >> npm.log
mkdir -p node_modules/node/bin && ln -sf ${process.execPath} node_modules/node/bin/node
echo '{"packages":{"node_modules/some":{"version":"1.0.0"}}}' > node_modules/.package-lock.json`,
  )
})

function program(path: string, script: string) {
  mkdirSync(join(clone, 'bin'), { recursive: true })
  writeFileSync(join(clone, path), `#!/bin/sh\n${script}\n`)
  chmodSync(join(clone, path), 0o755)
}

function run() {
  const PATH = [join(clone, 'bin'), process.env.PATH].join(delimiter)
  const args = ['worker/local/bootstrap.mjs', 'program.ts', 'one', 'two']
  const { status, stdout, stderr } = spawnSync(process.execPath, args, {
    cwd: clone,
    encoding: 'utf8',
    env: { ...process.env, PATH },
  })
  const log = join(clone, 'npm.log')
  return {
    status,
    stdout,
    stderr,
    installs: existsSync(log) ? readFileSync(log, 'utf8').match(/npm ci/g)?.length : 0,
  }
}

it('installs on a bare clone, then runs the program on the installed Node with its arguments and exit code', () => {
  const { status, stdout, stderr, installs } = run()
  expect({ status, installs }).toEqual({ status: 7, installs: 1 })
  expect(stdout).toMatch(/^one two /)
  expect(stderr).toMatch('Installing dependencies')
})

it('installs no second time, until the lock names something else', () => {
  run()
  expect(run().installs).toBe(1)
  json('package-lock.json', lock('1.0.1'))
  expect(run().installs).toBe(2)
})

it('says so when npm fails, and runs nothing', () => {
  program('bin/npm', 'exit 3')
  const { status, stdout, stderr } = run()
  expect(status).toBe(1)
  expect(stdout).toBe('')
  expect(stderr).toMatch('npm ci failed (exit code 3)')
})

it('goes on with the system’s Node when the pinned one could not be installed and this one is new enough', () => {
  run()
  rmSync(join(clone, 'node_modules/node'), { recursive: true })
  const { status, stderr } = run()
  expect(status).toBe(7)
  expect(stderr).toMatch(`going on with ${process.version}`)
})
