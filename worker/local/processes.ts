import { readdirSync, readFileSync } from 'node:fs'

/**
 * What tells a process from a later one of the same number, as one line: its number and, on Linux, when it began and
 * since which start of the machine. Undefined where there is none, or only its corpse waits to be collected.
 */
export function markOf(pid: number): string | undefined {
  if (!proc) return isThere(pid) ? String(pid) : undefined
  const known = statOf(pid)
  return known && `${pid} ${known.began} ${bootId}`
}

/** Whether the process that left this mark still lives. A number alone, as earlier versions noted it, has to do too. */
export function livesOn(mark: string): boolean {
  const [number, began] = mark.split(' ')
  const now = markOf(Number(number))
  return now !== undefined && (began === undefined || now === mark)
}

/** The marks of a process's own children of that name; none where the system cannot say. */
export function childrenOf(pid: number, name: string): string[] {
  if (!proc) return []
  return readdirSync('/proc').flatMap((entry) => {
    const known = /^\d+$/.test(entry) ? statOf(Number(entry)) : undefined
    return known?.parent === pid && known.name === name ? (markOf(Number(entry)) ?? []) : []
  })
}

const bootId = read('/proc/sys/kernel/random/boot_id')?.trim() ?? ''
const proc = bootId !== ''

/**
 * See proc_pid_stat(5): the name stands in parentheses and may hold anything; the 20th field counts its threads, the
 * 22nd is when it began. A process whose first thread has ended holds its files and ports until the last one has.
 */
function statOf(pid: number): { name: string; parent: number; began: string } | undefined {
  const stat = read(`/proc/${pid}/stat`)
  const end = stat?.lastIndexOf(')') ?? -1
  if (!stat || end < 0) return undefined
  const [state, parent, ...rest] = stat.slice(end + 2).split(' ')
  if ((state === 'Z' || state === 'X') && Number(rest[15]) <= 1) return undefined
  return { name: stat.slice(stat.indexOf('(') + 1, end), parent: Number(parent), began: rest[17] ?? '' }
}

function isThere(pid: number): boolean {
  try {
    return process.kill(pid, 0)
  } catch (error) {
    // It lives, but belongs to somebody else.
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}

function read(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    return undefined
  }
}
