import { env } from 'cloudflare:workers'
import type { R2Bucket } from '@cloudflare/workers-types'
import { eq } from 'drizzle-orm'
import { beforeAll, describe, expect, test } from 'vitest'
import { photo } from '../../../schema/tables/county.ts'
import { sweepPhotos } from '../../../worker/actions/photos/sweep.ts'
import { newId } from '../../../worker/data/new-id.ts'
import { auditOf } from '../../support/board.ts'
import { aCounty, type TestCounty } from '../../support/county.ts'
import { aPhoto, officeContext, uploads } from '../../support/photos.ts'
import { aJpeg } from '../../support/pictures.ts'
import { at, withBindings } from './faulty.ts'

const files = env.FILES as R2Bucket
const hour = 3_600_000

let county: TestCounty
beforeAll(async () => {
  county = await aCounty()
})

/** A bucket of which these verbs break off, before or after they had their effect. */
function breaking(verbs: readonly string[], when: 'before' | 'after' = 'before') {
  const FILES = new Proxy(files, {
    get: (target, name) => {
      const verb = Reflect.get(target, name)
      if (typeof verb !== 'function') return verb
      return async (...given: unknown[]) => {
        const broken = verbs.includes(String(name))
        const answer = broken && when === 'before' ? undefined : await verb.apply(target, given)
        if (broken) throw new Error('put: We encountered an internal error. Please try again. (10001)')
        return answer
      }
    },
  })
  return withBindings({ FILES })
}

const keys = async () => (await files.list({ prefix: `${county.id}/photos/` })).objects.map(({ key }) => key)

describe.each(['before', 'after'] as const)('a file store that breaks off %s a photo was put', (when) => {
  test('says so; the same again stores it once, and the sweep leaves it alone', async () => {
    const [id, bytes, before] = [newId(), aJpeg(when === 'before' ? 301 : 302, 10), (await keys()).length]
    const lost = await uploads(county, at(county.office, breaking(['put'], when)), bytes, { id })
    expect([lost.status, lost.headers.get('retry-after')]).toEqual([503, '10'])
    expect((await county.office.get(county.at(`/photos/${id}`))).status).toBe(404)
    expect((await uploads(county, county.office, bytes, { id })).status).toBe(201)
    expect((await uploads(county, county.office, bytes, { id })).status).toBe(200)
    expect(await auditOf(county, id)).toEqual(['photo.upload'])
    await sweepPhotos(await officeContext(county, new Date(Date.now() + 2 * hour)))
    const shown = await county.office.get(county.at(`/photos/${id}`))
    expect([shown.status, shown.bytes]).toEqual([200, bytes])
    expect(await keys()).toHaveLength(before + 1)
  })
})

test('a file store that gives nothing out is no missing photo', async () => {
  const id = await aPhoto(county, county.office, aJpeg(303, 10))
  const answer = await at(county.office, breaking(['get'])).get(county.at(`/photos/${id}`))
  expect([answer.status, answer.headers.get('retry-after')]).toEqual([503, '10'])
  expect((await county.office.get(county.at(`/photos/${id}`))).status).toBe(200)
})

test('what the sweep could not take away it takes away the next time', async () => {
  const id = await aPhoto(county, county.office, aJpeg(304, 10))
  const old = await officeContext(county, new Date(Date.now() + 31 * 24 * hour))
  await expect(sweepPhotos({ ...old, env: breaking(['delete']) })).rejects.toThrow('unavailable')
  expect((await county.office.get(county.at(`/photos/${id}`))).status).toBe(404)
  await sweepPhotos(old)
  expect(await county.db.count(photo, eq(photo.id, id))).toBe(0)
})
