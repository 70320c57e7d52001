import { eq } from 'drizzle-orm'
import { beforeAll, describe, expect, test } from 'vitest'
import type { Photo, PhotoFlag } from '../../schema/api/photos.ts'
import { photo, photoUse } from '../../schema/tables/county.ts'
import { attachPhotos } from '../../worker/actions/photos/attach.ts'
import { NotAsRead } from '../../worker/data/county-db.ts'
import { newId } from '../../worker/data/new-id.ts'
import { sha256 } from '../../worker/data/sha256.ts'
import { Problem } from '../../worker/problems/problem.ts'
import type { Client } from '../support/client.ts'
import { aCounty, type TestCounty } from '../support/county.ts'
import { aPhoto, officeContext, uploads } from '../support/photos.ts'
import { aJpeg } from '../support/pictures.ts'

let county: TestCounty
let [there, village, neighbour] = ['', '', '']
let people: { secretary: Client; neighbour: Client }
beforeAll(async () => {
  county = await aCounty()
  const here = county.townships[0]?.id ?? ''
  there = county.townships[1]?.id ?? ''
  village = county.villagesOf(here)[0]?.id ?? ''
  neighbour = county.villagesOf(here)[1]?.id ?? ''
  people = {
    secretary: await county.member('village_secretary', village),
    neighbour: await county.member('village_secretary', neighbour),
  }
})

describe('attaching', () => {
  const attach = async (ids: readonly string[], area: string, target = newId()) => {
    const context = await officeContext(county)
    const statements = await attachPhotos(
      context,
      { target: 'issue', targetId: target, area, role: 'finding', path: 'findings.0.photos' },
      ids,
    )
    return context.db.write(...statements)
  }
  const uses = async (id: string) => (await county.db.find(photoUse)).filter((row) => row.photo === id)

  test('names the ids that are unknown, and nothing is written', async () => {
    const known = await aPhoto(county, people.secretary, aJpeg(11, 11))
    const problem = await attach([known, 'unknown'], village).catch((error: unknown) => error)
    expect(problem).toBeInstanceOf(Problem)
    expect((problem as Problem).fields('en').map(({ path }) => path)).toEqual(['findings.0.photos.1'])
    expect(await uses(known)).toEqual([])
  })

  test("refuses somebody else's photo that the caller cannot see", async () => {
    const foreign = await aPhoto(county, people.secretary, aJpeg(12, 12))
    const reporter = {
      id: 'm',
      role: 'township_reporter',
      scope: { kind: 'township', id: there, township: there },
    } as const
    const context = { ...(await officeContext(county)), member: reporter }
    const evidence = { target: 'issue', targetId: newId(), area: there, role: 'finding' } as const
    await expect(attachPhotos(context, evidence, [foreign])).rejects.toBeInstanceOf(Problem)
  })

  test('fails as a whole where a photo has gone since it was read', async () => {
    const id = await aPhoto(county, people.secretary, aJpeg(13, 13))
    const context = await officeContext(county)
    const statements = await attachPhotos(
      context,
      { target: 'issue', targetId: newId(), area: village, role: 'finding' },
      [id],
    )
    await context.db.write(context.db.update(photo, { state: 'expiring' }, eq(photo.id, id)))
    await expect(context.db.write(...statements)).rejects.toBeInstanceOf(NotAsRead)
    expect(await uses(id)).toEqual([])
  })

  test('flags the same picture under two areas for a human, once settled not again', async () => {
    const flags = async (state = 'open') =>
      ((await county.office.get(county.at(`/photos/flags?state=${state}`))).body as { items: PhotoFlag[] })
        .items
    const source = await sha256('the file as it was picked')
    const shrunk = await uploads(county, people.secretary, aJpeg(21, 21), { query: `&source=${source}` })
    const otherwise = await uploads(county, people.neighbour, aJpeg(22, 22), { query: `&source=${source}` })
    const ids = [shrunk, otherwise].map(({ body }) => (body as Photo).id)
    await attach([ids[0] ?? ''], village)
    await attach([ids[0] ?? ''], village)
    expect(await flags()).toEqual([])
    await attach([ids[1] ?? ''], neighbour)
    const [flag] = await flags()
    expect(flag?.areas.map(({ id }) => id).sort()).toEqual([village, neighbour].sort())
    expect(flag?.uses).toHaveLength(3)
    const path = county.at(`/photos/flags/${flag?.sha256}`)
    expect((await people.secretary.patch(path, { state: 'cleared' })).status).toBe(403)
    expect((await county.office.patch(path, { state: 'cleared', note: '两村交界' })).body).toMatchObject({
      state: 'cleared',
      note: '两村交界',
    })
    await attach(ids, village)
    expect([await flags(), (await flags('cleared')).length]).toEqual([[], 1])
    await attach(ids, there)
    expect((await flags())[0]?.areas).toHaveLength(3)
  })
})
