import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeEach, expect, it } from 'vitest'
import { backUpBefore, noteMigrated } from '../../worker/local/backup.ts'

const silent = () => {}

let data: string
beforeEach(() => {
  data = mkdtempSync(join(tmpdir(), 'xiangbang-backup-'))
})
const write = (text: string) => {
  mkdirSync(join(data, 'd1/inner'), { recursive: true })
  writeFileSync(join(data, 'd1/inner/db.sqlite'), text)
}
const at = (day: number) => new Date(Date.UTC(2026, 10, day))

it('copies nothing for a new folder, and nothing where every migration has been had', () => {
  expect(backUpBefore(data, ['a/0000.sql'], silent)).toBeUndefined()
  write('first')
  noteMigrated(data, ['a/0000.sql'])
  expect(backUpBefore(data, ['a/0000.sql'], silent)).toBeUndefined()
  expect(existsSync(join(data, 'backups'))).toBe(false)
})

it('copies the databases before a migration they have not had', () => {
  write('before')
  noteMigrated(data, ['a/0000.sql'])
  const copy = backUpBefore(data, ['a/0000.sql', 'a/0001.sql'], silent) ?? ''
  write('after')
  expect(readFileSync(join(copy, 'd1/inner/db.sqlite'), 'utf8')).toBe('before')
})

it('copies a folder from before there were notes', () => {
  write('before')
  expect(backUpBefore(data, ['a/0000.sql'], silent)).toBeDefined()
})

it('keeps the newest five copies, and clears away one that was cut off', () => {
  write('x')
  mkdirSync(join(data, 'backups/2026-01-01.part'), { recursive: true })
  for (let day = 1; day <= 7; day++) backUpBefore(data, ['a/0000.sql'], silent, at(day))
  const copies = readdirSync(join(data, 'backups'))
  expect(copies.map((name) => name.slice(0, 10))).toEqual([3, 4, 5, 6, 7].map((day) => `2026-11-0${day}`))
})
