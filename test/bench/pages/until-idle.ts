import { cpus } from 'node:os'
import { setTimeout as pause } from 'node:timers/promises'

/** The part of all processors' time that may be at work, and how long to wait for it, in ms. */
const restful = 0.1
const patience = 20_000

/** Waits until the machine has rested for a second: what ran before is no part of what is measured next. */
export async function untilIdle(): Promise<void> {
  const end = Date.now() + patience
  while (Date.now() < end) {
    const before = spent()
    await pause(1000)
    const after = spent()
    if ((after.busy - before.busy) / (after.all - before.all) <= restful) return
  }
}

function spent(): { busy: number; all: number } {
  const times = cpus().map(({ times }) => times)
  const all = times.reduce((sum, { user, nice, sys, idle, irq }) => sum + user + nice + sys + idle + irq, 0)
  return { busy: all - times.reduce((sum, { idle }) => sum + idle, 0), all }
}
