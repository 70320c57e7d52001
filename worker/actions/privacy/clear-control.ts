import type { ControlDb } from '../../data/control-db.ts'
import { clearControl } from '../../data/privacy/retention.ts'
import { clearedBefore, isNight } from '../../domain/privacy/retention.ts'

/** Rows of one kind that one schedule clears at most; the schedules of an hour go on with the rest. */
const most = 2000

/** In the hour from 02:30 (Asia/Shanghai), clears what has run out in CONTROL. Twice in a row it finds nothing more. */
export async function clearAtNight(control: ControlDb, at: number): Promise<void> {
  if (!isNight(at)) return
  const before = {
    session: new Date(clearedBefore(at, 'session')).toISOString(),
    receipt: new Date(clearedBefore(at, 'receipt')).toISOString(),
    failure: clearedBefore(at, 'signInFailure'),
  }
  await control.run(...clearControl(before, most))
}
