import type { PhotoTarget } from '../../../schema/api/photos.ts'
import type { Reach } from '../../data/photo-reach.ts'
import { can, type Member, type Target } from '../../domain/access/can.ts'
import type { Verb } from '../../domain/access/grants.ts'

/** Who may see a thing may see its photos. */
const reads: Record<PhotoTarget, Verb> = {
  inspection: 'inspection.read',
  issue: 'issue.read',
  objection: 'objection.read',
  consequence: 'consequence.read',
  assignment: 'consequence.read',
  bulletin: 'bulletin.read',
  activity: 'outreach.read',
  column: 'column.draft',
  complaint: 'complaint.read',
}

/**
 * How much of a photo a member sees, given what it is evidence of: the original (the office, who uploaded it, and who
 * verifies what it shows), a copy without metadata, or nothing.
 */
export function accessTo(
  member: Member,
  uploader: string,
  reaches: readonly Reach[],
): 'original' | 'copy' | undefined {
  const verifies = reaches.some(
    (reach) => !told.includes(reach.target) && mayOver(member, 'issue.verify', reach),
  )
  if (uploader === member.id || can(member, 'photo.judge') || verifies) return 'original'
  return reaches.some((reach) => mayOver(member, readingOf(reach), reach)) ? 'copy' : undefined
}

/** What tells of things, where nobody verifies anything. */
const told: readonly PhotoTarget[] = ['column', 'bulletin', 'complaint']

/** A bulletin's draft is for those who may write it. */
function readingOf({ target, told: issued }: Reach): Verb {
  return target === 'bulletin' && !issued ? 'bulletin.write' : reads[target]
}

function mayOver(member: Member, verb: Verb, { township, areas, led }: Reach): boolean {
  const about = areas.map((id): Target => ({ township, village: id, grid: id }))
  const responsible = led.map((id): Target => ({ township: id, village: id, grid: id, unit: id }))
  return [{ township }, ...about, ...responsible].some((target) => can(member, verb, target))
}
