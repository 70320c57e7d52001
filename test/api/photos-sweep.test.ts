import { env } from 'cloudflare:workers'
import type { R2Bucket } from '@cloudflare/workers-types'
import { eq } from 'drizzle-orm'
import { beforeAll, describe, expect, test } from 'vitest'
import { photo } from '../../schema/tables/county.ts'
import { attachPhotos } from '../../worker/actions/photos/attach.ts'
import { sweepPhotos } from '../../worker/actions/photos/sweep.ts'
import { uploadCopy } from '../../worker/actions/photos/upload-copy.ts'
import { uploadPhoto } from '../../worker/actions/photos/upload-photo.ts'
import { tick } from '../../worker/actions/tick.ts'
import { readDue } from '../../worker/data/due-clock.ts'
import { newId } from '../../worker/data/new-id.ts'
import { sha256 } from '../../worker/data/sha256.ts'
import { aCounty, type TestCounty } from '../support/county.ts'
import { aPhoto, officeContext } from '../support/photos.ts'
import { aJpeg } from '../support/pictures.ts'

const hour = 3_600_000
const files = env.FILES as R2Bucket

let county: TestCounty
beforeAll(async () => {
  county = await aCounty()
})

/** The office's upload of a picture nobody else has, or of these bytes. */
async function upload(width: number, failing?: 'before' | 'after', id = newId()) {
  const context = await officeContext(county)
  const bytes = aJpeg(width, 10)
  const sent = { bytes, type: 'image/jpeg', sha256: await sha256(bytes) }
  const done = uploadPhoto(failing ? { ...context, env: breaking(failing) } : context, id, sent, sent)
  return {
    id,
    bytes,
    hash: sent.sha256,
    context,
    done: await done.then(
      () => true,
      () => false,
    ),
  }
}

/** The Worker's bindings with an R2 that breaks off before a put has an effect, or after. */
function breaking(when: 'before' | 'after') {
  const put = async (...args: Parameters<R2Bucket['put']>) => {
    if (when === 'after') await files.put(...args)
    throw new Error('the connection broke')
  }
  const bucket = new Proxy(files, {
    get: (target, name) => (name === 'put' ? put : Reflect.get(target, name).bind(target)),
  })
  return { ...env, FILES: bucket } as unknown as Parameters<typeof tick>[0]
}

async function sweepAt(later: number) {
  await sweepPhotos(await officeContext(county, new Date(Date.now() + later)))
}

const rowOf = (id: string) => county.db.first(photo, eq(photo.id, id))
const keys = async () => (await files.list({ prefix: `${county.id}/` })).objects.map(({ key }) => key)
const has = async (hash: string) => (await keys()).some((key) => key.includes(hash))

describe.for(['before', 'after'] as const)('an upload broken off %s its bytes were put', (when) => {
  test('shows nothing, and after an hour nothing of it is left', async () => {
    const { id, hash, done } = await upload(100, when)
    expect(done).toBe(false)
    expect(await rowOf(id)).toMatchObject({ state: 'pending' })
    expect((await county.office.get(county.at(`/photos/${id}`))).status).toBe(404)
    await sweepAt(0.9 * hour)
    expect(await rowOf(id)).toBeDefined()
    await sweepAt(1.1 * hour)
    expect([await rowOf(id), await has(hash)]).toEqual([undefined, false])
    await sweepAt(1.1 * hour)
  })

  test('can be gone on with', async () => {
    const { id } = await upload(101, when)
    const again = await upload(101, undefined, id)
    expect([again.done, (await rowOf(id))?.state]).toEqual([true, 'stored'])
    await sweepAt(2 * hour)
    expect(await has(again.hash)).toBe(true)
  })

  test('does not take the bytes from another photo that is the same picture', async () => {
    const whole = await upload(102)
    const broken = await upload(102, when)
    await sweepAt(2 * hour)
    expect([await rowOf(broken.id), (await rowOf(whole.id))?.state]).toEqual([undefined, 'stored'])
    expect(await has(whole.hash)).toBe(true)
  })

  test('of a copy leaves the photo, and no stray copy', async () => {
    const { id, context, done } = await upload(103)
    expect(done).toBe(true)
    const bytes = aJpeg(33, when === 'after' ? 44 : 45)
    const small = { bytes, type: 'image/jpeg', sha256: await sha256(bytes) }
    await expect(uploadCopy({ ...context, env: breaking(when) }, id, 'thumbnail', small)).rejects.toThrow(
      'broke',
    )
    expect((await county.office.get(county.at(`/photos/${id}/thumbnail`))).status).toBe(200)
    await sweepAt(1.1 * hour)
    expect([await has(small.sha256), (await rowOf(id))?.state]).toEqual([false, 'stored'])
    await uploadCopy(context, id, 'thumbnail', small)
    await sweepAt(2.3 * hour)
    expect([await has(small.sha256), (await rowOf(id))?.thumbnail]).toEqual([true, small.sha256])
  })
})

describe('a photo that is stored', () => {
  test('is taken away after thirty days without use, copies and all', async () => {
    const { id, hash, context } = await upload(200)
    const bytes = aJpeg(20, 20)
    await uploadCopy(context, id, 'derivative', { bytes, type: 'image/jpeg', sha256: await sha256(bytes) })
    await sweepAt(2 * hour)
    await sweepAt(29 * 24 * hour)
    expect((await rowOf(id))?.state).toBe('stored')
    await sweepAt(31 * 24 * hour)
    expect([await rowOf(id), await has(hash), await has(id)]).toEqual([undefined, false, false])
  })

  test('stays as long as it is evidence of something, and the sweep looks no more', async () => {
    const { id, hash, context } = await upload(201)
    const evidence = { target: 'issue', targetId: newId(), area: null, role: 'finding' } as const
    await context.db.write(...(await attachPhotos(context, evidence, [id])))
    await sweepAt(400 * 24 * hour)
    expect([(await rowOf(id))?.sweepAt, await has(hash)]).toEqual([null, true])
  })

  test('half taken away is taken away the next time, and cannot be uploaded or used meanwhile', async () => {
    const { id, hash, context } = await upload(202)
    await context.db.write(context.db.update(photo, { state: 'expiring' }, eq(photo.id, id)))
    expect((await upload(202)).done).toBe(false)
    const evidence = { target: 'issue', targetId: newId(), area: null, role: 'finding' } as const
    await expect(attachPhotos(context, evidence, [id])).rejects.toThrow()
    await sweepAt(31 * 24 * hour)
    expect([await rowOf(id), await has(hash)]).toEqual([undefined, false])
    expect((await upload(202)).done).toBe(true)
  })
})

test('the due clock knows when there is something to look at, and the tick does it', async () => {
  const own = await aCounty('410822')
  const id = await aPhoto(own, own.office, aJpeg(300, 10))
  const dueAt = async () => (await readDue(own.control, own.id))?.at ?? 0
  expect(await dueAt()).toBeLessThanOrEqual(Date.now() + hour)
  await tick(env, own.id, new Date(Date.now() + 2 * hour))
  expect(await dueAt()).toBeGreaterThan(Date.now() + 2 * hour)
  await tick(env, own.id, new Date(Date.now() + 31 * 24 * hour))
  expect(await own.db.first(photo, eq(photo.id, id))).toBeUndefined()
})
