import { type Merged, mergeWithout, type Prepared } from './merge.ts'

/**
 * By subject number 1 where leaving out any one source gives the subject another band, else 0. A subject that is
 * unranked in such a run does not count as changed. Needs as many runs as there are sources with values.
 */
export function borderline(prepared: Prepared, merged: Merged): Uint8Array {
  const flags = new Uint8Array(prepared.roster.size)
  for (const source of prepared.sources) {
    const without = mergeWithout(prepared, source)
    if (!without) continue
    for (const subject of without.order) {
      const band = merged.bands[subject]
      if (band !== undefined && band !== without.bands[subject]) flags[subject] = 1
    }
  }
  return flags
}
