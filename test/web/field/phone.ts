import 'fake-indexeddb/auto'
import { createHash } from 'node:crypto'
import { Changes } from '../../../web/field/store/changes.ts'
import { FieldDatabase } from '../../../web/field/store/database.ts'
import { fieldStore, type StoreParts } from '../../../web/field/store/field-store.ts'
import type { Body, Owner, Room } from '../../../web/field/store/records.ts'
import { sendAll } from '../../../web/field/sync/send-all.ts'
import type { Transport } from '../../../web/field/sync/transport.ts'
import type { Prepared } from '../../../web/lib/photos/prepare.ts'

export const lin: Owner = { account: 'lin', county: 'county', member: 'member-lin' }
export const zhao: Owner = { account: 'zhao', county: 'county', member: 'member-zhao' }

const enough: Room = { state: 'enough', used: 0, quota: null, persisted: true }
let phones = 0

/** A phone with storage of its own. It can be switched off at any moment and on again: `restarted`. */
export function aPhone({ name = `phone ${++phones}`, start = Date.parse('2026-03-06T01:00:00Z') } = {}) {
  const clock = { now: start }
  const parts = (owner: Owner): StoreParts => ({
    ...{ db, owner, changes: new Changes(), countyName: () => '景泰县', wake: () => {}, progress: new Map() },
    ...{ now: () => clock.now, prepare, room: async () => enough },
  })
  const db = new FieldDatabase(name)
  return {
    db,
    clock,
    store: (owner: Owner = lin, other: Partial<StoreParts> = {}) => fieldStore({ ...parts(owner), ...other }),
    send: (transport: Transport, owner: Owner = lin, other: Partial<Parameters<typeof sendAll>[0]> = {}) =>
      sendAll({
        ...{ db, owner, transport, mine: () => true, changed: () => {}, progress: () => {} },
        ...{ now: () => clock.now, random: () => 0.5, ...other },
      }),
    restarted: () => aPhone({ name, start: clock.now }),
  }
}

export const hashOf = (bytes: Uint8Array | string) => createHash('sha256').update(bytes).digest('hex')

/** What stands in for shrinking: the photo is the file's text in capitals, its small copy the first letters of it. */
export async function prepare(file: File): Promise<Prepared | 'notAPicture'> {
  const text = await file.text()
  if (text.startsWith('not')) return 'notAPicture'
  const [whole, small] = [text.toUpperCase(), text.slice(0, 4)]
  return {
    ...{
      picture: new Blob([whole], { type: 'image/jpeg' }),
      thumbnail: new Blob([small]),
      source: hashOf(text),
    },
    ...{ sha256: hashOf(whole), thumbnailSha256: hashOf(small), takenAt: '2026-03-06T00:30:00Z' },
  }
}

export const aFile = (text: string) => new File([text], `${text}.jpg`, { type: 'image/jpeg' })

export const inspection = (
  note = '',
  findings = [{ item: 'yard', deduction: 'litter', count: 1 }],
): Body => ({
  kind: 'inspection',
  record: { sheet: 'sheet', version: 1, subject: 'village', findings, answers: {}, note },
})
export const step = (issue: string, note = ''): Body => ({
  kind: 'step',
  issue,
  record: { kind: 'noted', note },
})
export const issue = (text: string, inspectionId?: string): Body => ({
  kind: 'issue',
  record: {
    category: 'c',
    area: 'a',
    source: 'inspection',
    text,
    ...(inspectionId && { inspection: inspectionId }),
  },
})
