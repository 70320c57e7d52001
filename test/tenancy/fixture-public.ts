import type { BulletinDetail } from '../../schema/api/bulletins.ts'
import type { ColumnDetail } from '../../schema/api/columns.ts'
import { aBoard } from '../support/board.ts'
import { inDays } from '../support/columns.ts'
import { aReader, codeOn, opensForm, sends } from '../support/complaints.ts'
import { aCounty, type TestCounty } from '../support/county.ts'
import { aPublishedWeek, ranksAlone } from '../support/friday.ts'
import { aPhoto } from '../support/photos.ts'
import { aJpeg } from '../support/pictures.ts'

/** A county that has opened everything to the public, each thing carrying its canary. */
export type PublicFixture = {
  county: TestCounty
  canary: string
  board: string
  village: string
  bulletin: string
  bulletinPhoto: string
  column: string
  columnPhoto: string
  /** The tracking code of somebody's complaint. */
  code: string
}

export async function aPublicCounty(code: string, shard: number, canary: string): Promise<PublicFixture> {
  const county = await aCounty(code, shard)
  const { office, at, member } = county
  const send = async (method: 'post' | 'put' | 'patch', path: string, body: unknown) => {
    const answer = await office[method](at(path), body)
    if (answer.status >= 300) throw new Error(`${path}: ${answer.text}`)
    return answer.body
  }
  const village = county.villagesOf(county.townships[0]?.id ?? '')[0]?.id ?? ''
  await send('patch', `/areas/${village}`, { name: `${canary}村` })
  const board = await aBoard(county, { policy: ranksAlone, visibility: 'public' })
  await send('patch', `/boards/${board.id}`, { name: `${canary}榜` })
  await aPublishedWeek(county, board)

  const picture = async (width: number) => aPhoto(county, office, aJpeg(width, 40, {}, `\x0a${canary}`))
  const days = { from: '2026-03-02', to: '2026-03-08' }
  const draft = (await send('post', '/bulletins', { kind: 'special', ...days })) as BulletinDetail
  const bulletinPhoto = await picture(61)
  const shown = { type: 'picture', attrs: { photo: bulletinPhoto, caption: `${canary}图` } }
  await send('patch', `/bulletins/${draft.id}`, {
    ...{ version: 1, title: `${canary}通报`, visibility: 'public' },
    content: { type: 'doc', content: [shown] },
  })
  await send('put', `/bulletins/${draft.id}/issue`, { version: 2 })

  await send('put', '/settings/columns', { public: true, rectifiedDays: 3 })
  const columnPhoto = await picture(62)
  const column = `column-${canary.toLowerCase()}-1`
  const drafted = (await send('put', `/columns/${column}`, {
    ...{ kind: 'practice', title: `${canary}做法`, text: `${canary}一段`, area: village },
    ...{ visibility: 'public', expiresOn: inDays(30), photos: [{ photo: columnPhoto }] },
  })) as ColumnDetail
  const submitted = await send('put', `/columns/${column}/submission`, { version: drafted.version })
  const reviewer = await member('county_leader')
  const { version } = submitted as ColumnDetail
  const published = await reviewer.put(at(`/columns/${column}/publication`), { version })
  if (published.status !== 200) throw new Error(published.text)

  await opensForm(county, canary)
  const letter = { kind: 'complaint', location: `${canary}路口`, text: `${canary}的一件事，已经很久了` }
  const tracking = codeOn(await sends(county, await aReader(county), letter))
  const ids = { board: board.id, bulletin: draft.id, bulletinPhoto, column, columnPhoto }
  return { county, canary, village, code: tracking, ...ids }
}
