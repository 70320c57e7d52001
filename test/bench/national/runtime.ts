import { readdirSync, readFileSync } from 'node:fs'

/** Resident memory of the runtime that this process has started, sampled while something runs. Linux only. */
export type MemorySamples = { megabytes: number[]; stop: () => number[] }

/** Samples every `every` milliseconds until `stop`, which gives all of it in megabytes. */
export function sampleMemory(every = 500): MemorySamples {
  const megabytes: number[] = []
  const take = () => {
    const total = runtimes().reduce((sum, pid) => sum + residentKilobytes(pid), 0)
    if (total > 0) megabytes.push(total / 1024)
  }
  take()
  const timer = setInterval(take, every)
  const stop = () => {
    clearInterval(timer)
    return megabytes
  }
  return { megabytes, stop }
}

/** Milliseconds of CPU that the runtime has used so far. Linux only; 0 elsewhere. */
export function runtimeCpu(): number {
  // Ticks of a hundredth of a second, in user and system mode: the 14th and 15th field, counted behind the name.
  const ticks = runtimes().map((pid) => {
    const [user = 0, system = 0] = read(`/proc/${pid}/stat`).split(') ')[1]?.split(' ').slice(11, 13) ?? []
    return Number(user) + Number(system)
  })
  return ticks.reduce((sum, each) => sum + each, 0) * 10
}

/** Process ids of the workerd processes that are children of this process. */
function runtimes(): string[] {
  return processes().filter((pid) => {
    const status = readStatus(pid)
    return /^Name:\s+workerd/m.test(status) && status.includes(`\nPPid:\t${process.pid}\n`)
  })
}

function processes(): string[] {
  try {
    return readdirSync('/proc').filter((name) => /^\d+$/.test(name))
  } catch {
    return []
  }
}

function residentKilobytes(pid: string): number {
  return Number(/^VmRSS:\s+(\d+) kB/m.exec(readStatus(pid))?.[1] ?? 0)
}

function readStatus(pid: string): string {
  return read(`/proc/${pid}/status`)
}

/** Empty where the process has ended meanwhile. */
function read(file: string): string {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    return ''
  }
}
