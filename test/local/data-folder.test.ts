import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { holdDataFolder } from '../../worker/local/data-folder.ts'
import { livesOn, markOf } from '../../worker/local/processes.ts'

let data: string
let note: string
let other: ChildProcess
beforeEach(async () => {
  data = mkdtempSync(join(tmpdir(), 'xiangbang-hold-'))
  note = join(data, 'host.pid')
  other = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)'])
  await once(other, 'spawn')
})
afterEach(() => void other.kill('SIGKILL'))

const markOfOther = () => markOf(other.pid ?? 0) ?? ''

it('is held by one host at a time, and free again once let go', () => {
  writeFileSync(note, markOfOther())
  expect(() => holdDataFolder(data)).toThrow(`already running (process ${other.pid})`)
  writeFileSync(note, '')
  const release = holdDataFolder(data)
  expect(readFileSync(note, 'utf8')).toBe(markOf(process.pid))
  release()
  expect(existsSync(note)).toBe(false)
})

it('is not held by a host that was killed', async () => {
  writeFileSync(note, markOfOther())
  other.kill('SIGKILL')
  await once(other, 'exit')
  holdDataFolder(data)()
})

it('is not held by another program that was given the number of a killed host', () => {
  const [number, began] = markOfOther().split(' ')
  if (began === undefined) throw new Error('this system cannot tell processes of one number apart')
  writeFileSync(note, `${number} ${Number(began) - 1} the-start-before`)
  holdDataFolder(data)()
})

it('is held by a living host of an earlier version, which noted its number alone', () => {
  writeFileSync(note, String(other.pid))
  expect(() => holdDataFolder(data)).toThrow('already running')
})

it('is taken from a workerd whose host is dead, and with it the port', async () => {
  const orphan = spawn(process.execPath, ['-e', listening])
  const [said] = (await once(orphan.stdout, 'data')) as [Buffer]
  const dead = spawnSync(process.execPath, ['-e', ''])
  const mark = markOf(orphan.pid ?? 0) ?? ''
  writeFileSync(note, `${dead.pid}\n${mark}`)
  const ended = once(orphan, 'exit')
  holdDataFolder(data)()
  const server = createServer().listen(Number(said), '127.0.0.1')
  await once(server, 'listening')
  server.close()
  expect(livesOn(mark)).toBe(false)
  expect(await ended).toEqual([null, 'SIGKILL'])
})

/** Like workerd, many threads and a port: the first thread's end is not the process's. */
const listening = `const { Worker } = require('node:worker_threads')
  const fill = 'const memory = Buffer.alloc(3e7, 1); setInterval(() => memory.fill(2), 1)'
  for (let thread = 0; thread < 4; thread++) new Worker(fill, { eval: true })
  const server = require('node:net').createServer()
  server.listen(0, '127.0.0.1', () => console.log(server.address().port))`
