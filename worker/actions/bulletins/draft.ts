import type { DataValues } from '../../../schema/api/bulletin-content.ts'
import type { BulletinKind } from '../../../schema/api/bulletins.ts'
import type { AreaRow } from '../../data/areas.ts'
import type { BulletinRow } from '../../data/bulletins.ts'
import { candidateBlocks, composeContent, composeTitle } from '../../domain/bulletins/compose.ts'
import type { CountyContext } from '../context.ts'
import { blockValues } from './block-values.ts'

/** What a first draft is made from. `about` is the round it reports on; `occasion` what the clock makes it for. */
export type Drafting = {
  id: string
  digest: string
  kind: BulletinKind
  from: string
  to: string
  title?: string | undefined
  owner: Pick<AreaRow, 'id' | 'name' | 'level'>
  about?: { round: string; board: string; no: number } | undefined
  occasion?: string
}

export type Draft = {
  row: Omit<BulletinRow, 'state' | 'version'>
  /** What its data blocks show as of now. */
  data: DataValues
  /** Whether its days brought anything. */
  happened: boolean
}

/** A draft with the data blocks that have something to say. Nobody's but the office's name stands over it. */
export async function draftOf(
  { db, now, member, county }: Pick<CountyContext, 'db' | 'now' | 'member' | 'county'>,
  { id, digest, kind, from, to, title, owner, about, occasion }: Drafting,
): Promise<Draft> {
  const visibility = 'members' as const
  const days = { fromDay: from, toDay: to, round: about?.round ?? null }
  const of = { owner: owner.id, ownerLevel: owner.level, visibility, ...days }
  const { data, happened } = await blockValues(db, of, candidateBlocks(kind), now)
  const on = { kind, ownerName: owner.name, from, to, round: about }
  const content = composeContent(on, ({ attrs }) => (data[attrs.id]?.form ?? 'nothing') !== 'nothing')
  const shown = content.content.flatMap((node) => (node.type === 'data' ? [node.attrs.id] : []))
  const row = {
    ...{ id, kind, digest, content, data: null, owner: owner.id, ...days, visibility, number: null },
    ...{ title: title ?? composeTitle(on), issuer: owner.level === 'county' ? county.office : owner.name },
    ...{ occasion: occasion ?? null, createdAt: now.toISOString(), createdBy: member.id },
    ...{ issuedAt: null, issuedBy: null, withdrawnAt: null, withdrawnFor: null },
  }
  const kept = Object.entries(data).filter(([key]) => shown.includes(key))
  return { row, data: Object.fromEntries(kept), happened }
}
