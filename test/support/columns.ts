import { expect } from 'vitest'
import type { ColumnDetail, NewColumn } from '../../schema/api/columns.ts'
import { newId } from '../../worker/data/new-id.ts'
import { sha256 } from '../../worker/data/sha256.ts'
import type { Answer, Client } from './client.ts'
import type { TestCounty } from './county.ts'

/** A calendar day in Shanghai so many days from now. */
export function inDays(days: number): string {
  return new Date(Date.now() + days * 86_400_000 + 8 * 3_600_000).toISOString().slice(0, 10)
}

/** An article as somebody would draft it; of the first village of the first township unless said otherwise. */
export function anArticle({ townships, villagesOf }: TestCounty, wanted: Partial<NewColumn> = {}): NewColumn {
  const area = villagesOf(townships[0]?.id ?? '')[0]?.id ?? ''
  return {
    ...{ kind: 'practice', title: '垃圾分类积分超市', text: '门前三包，积分兑换。\n每周五评比。', area },
    ...{ visibility: 'public', expiresOn: inDays(30), photos: [] },
    ...wanted,
  }
}

export function drafts(
  { at }: TestCounty,
  by: Client,
  article: NewColumn,
  id: string = newId(),
): Promise<Answer> {
  return by.put(at(`/columns/${id}`), article)
}

/** The draft that was made. */
export async function drafted(
  county: TestCounty,
  by: Client,
  wanted: Partial<NewColumn> = {},
): Promise<ColumnDetail> {
  return detail(await drafts(county, by, anArticle(county, wanted)), 201)
}

/** The article as an answer has it, which must have that status. */
export function detail(answer: Answer, status = 200): ColumnDetail {
  expect(answer.status, answer.text).toBe(status)
  return answer.body as ColumnDetail
}

/** Submitted by one and published by another. */
export async function published(
  { at }: TestCounty,
  article: ColumnDetail,
  by: { writer: Client; reviewer: Client },
): Promise<ColumnDetail> {
  const path = at(`/columns/${article.id}`)
  const { version } = detail(await by.writer.put(`${path}/submission`, { version: article.version }))
  return detail(await by.reviewer.put(`${path}/publication`, { version }))
}

/** Uploads the blurred copy of a photo of an article. */
export async function blurs(
  { at }: TestCounty,
  by: Client,
  article: { id: string },
  photo: string,
  bytes: Uint8Array<ArrayBuffer>,
  type = 'image/jpeg',
): Promise<Answer> {
  const path = `/columns/${article.id}/photos/${photo}/copy?sha256=${await sha256(bytes)}`
  return by.send('PUT', at(path), bytes, { 'content-type': type })
}
