import { env } from 'cloudflare:workers'
import type { Photo } from '../../schema/api/photos.ts'
import { issue, issueCategory } from '../../schema/tables/county.ts'
import type { CountyContext } from '../../worker/actions/context.ts'
import { attachPhotos } from '../../worker/actions/photos/attach.ts'
import { systemContext } from '../../worker/actions/tick.ts'
import { newId } from '../../worker/data/new-id.ts'
import { sha256 } from '../../worker/data/sha256.ts'
import type { Answer, Client } from './client.ts'
import type { TestCounty } from './county.ts'

/** Uploads bytes as a photo; `query` says more than the hash. */
export async function uploads(
  { at }: TestCounty,
  client: Client,
  bytes: Uint8Array<ArrayBuffer>,
  { id = newId(), type = 'image/jpeg', query = '', hash = '' } = {},
): Promise<Answer> {
  const given = hash || (await sha256(bytes))
  return client.send('PUT', at(`/photos/${id}?sha256=${given}${query}`), bytes, { 'content-type': type })
}

/** The id of a photo just uploaded. */
export async function aPhoto(
  county: TestCounty,
  client: Client,
  bytes: Uint8Array<ArrayBuffer>,
): Promise<string> {
  const answer = await uploads(county, client, bytes)
  if (answer.status !== 201) throw new Error(answer.text)
  return (answer.body as Photo).id
}

/** Acts as the office would, outside any request. */
export async function officeContext({ id }: TestCounty, now = new Date()): Promise<CountyContext> {
  const context = await systemContext(env, id, now)
  if (!context) throw new Error(`no county ${id}`)
  return context
}

/** An issue of an area, as a row alone; `lead` is a unit. */
export async function anIssueRow(
  { db }: TestCounty,
  area: string,
  township: string,
  lead: string | null = null,
) {
  const now = new Date().toISOString()
  const id = newId()
  const category = {
    id: 'piles',
    name: '乱堆',
    group: 'own',
    severity: 1,
    deadline: { unit: 'same_day' },
  } as const
  const next = await db.count(issue)
  await db.write(
    db.insert(issueCategory, { ...category, escalation: [], createdAt: now }, { taken: 'ignore' }),
    db.insert(issue, {
      ...{ id, no: next + 1, category: 'piles', severity: 1, source: 'self_check', area, township, lead },
      ...{ text: '柴草乱堆', state: 'assigned', settled: false, foundAt: now, foundBy: 'x', receivedAt: now },
      digest: id,
    }),
  )
  return id
}

/** Makes a photo evidence in several areas, which flags it. */
export async function aFlaggedUse(
  county: TestCounty,
  photo: string,
  areas: readonly string[],
): Promise<void> {
  const context = await officeContext(county)
  for (const area of areas) {
    const evidence = { target: 'issue', targetId: newId(), area, role: 'finding' } as const
    await context.db.write(...(await attachPhotos(context, evidence, [photo])))
  }
}
