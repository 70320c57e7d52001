import type { KeptPhoto, KeptRecord } from '../store/database.ts'
import { byPosition, inOrder } from '../store/order.ts'

export type Next = { kind: 'record'; record: KeptRecord } | { kind: 'photo'; photo: KeptPhoto }

/** So often in a row may the service fail over one thing before the others go first. */
const patience = 3

/**
 * What is to be sent next, or undefined: records in the order they were made, then photos of those acknowledged, so
 * that a moment's signal carries the findings. Refused ones hold up only what builds on them.
 */
export function nextToSend(records: readonly KeptRecord[], photos: readonly KeptPhoto[]): Next | undefined {
  const there = inOrder(records.filter(({ discarded }) => discarded === undefined))
  const ready = there.filter(
    (record) =>
      record.state === 'waiting' && !there.some((other) => holdsUp(other, record)) && isWhole(record, photos),
  )
  const acknowledged = there.filter(({ state }) => state === 'sent')
  const following = acknowledged.flatMap(({ id }) =>
    byPosition(
      photos.filter(({ record, state, sha256 }) => record === id && state === 'waiting' && sha256 !== null),
    ),
  )
  const queue: Next[] = [
    ...ready.map((record) => ({ kind: 'record', record }) as const),
    ...following.map((photo) => ({ kind: 'photo', photo }) as const),
  ]
  return queue.find((next) => !isHard(next)) ?? queue[0]
}

/** Whether something is left that a later attempt may send. */
export function isLeft(records: readonly KeptRecord[], photos: readonly KeptPhoto[]): boolean {
  return nextToSend(records, photos) !== undefined
}

/** Steps of one issue go in order, and nothing goes before what it builds on. */
function holdsUp(other: KeptRecord, record: KeptRecord): boolean {
  if (other.id === record.id || other.state === 'sent') return false
  if (record.body.kind === 'issue') return other.id === record.body.record.inspection
  if (record.body.kind !== 'step') return false
  if (other.id === record.body.issue) return true
  const earlier = other.madeAt < record.madeAt || (other.madeAt === record.madeAt && other.id < record.id)
  return (
    earlier && other.state !== 'draft' && other.body.kind === 'step' && other.body.issue === record.body.issue
  )
}

/** A photo still being shrunk has no hash to announce. */
function isWhole({ id }: KeptRecord, photos: readonly KeptPhoto[]): boolean {
  return photos.every(({ record, sha256, state }) => record !== id || sha256 !== null || state === 'refused')
}

function isHard(next: Next): boolean {
  const { stumbles = 0 } = next.kind === 'record' ? next.record : next.photo
  return stumbles >= patience
}
