import { execFile } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'

const run = promisify(execFile)

/** Whether LibreOffice is on this machine. */
export async function hasCalc(): Promise<boolean> {
  return run('soffice', ['--version']).then(
    () => true,
    () => false,
  )
}

/** Opens a workbook in LibreOffice without a screen, calculates it and saves its first sheet as CSV; milliseconds. */
export async function calculated(workbook: string): Promise<{ csv: string; milliseconds: number }> {
  const folder = mkdtempSync(join(tmpdir(), 'xiangbang-calc-'))
  try {
    writeFileSync(join(folder, 'office.fods'), workbook)
    const profile = `-env:UserInstallation=file://${join(folder, 'profile')}`
    const start = performance.now()
    await run('soffice', [
      profile,
      '--headless',
      '--convert-to',
      'csv',
      '--outdir',
      folder,
      join(folder, 'office.fods'),
    ])
    const milliseconds = performance.now() - start
    return { csv: readFileSync(join(folder, 'office.csv'), 'utf8'), milliseconds }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
