import { createRoute, OpenAPIHono, z } from '@hono/zod-openapi'
import { ColumnCopyUpload, ColumnDetail, ColumnMark } from '../../schema/api/columns.ts'
import { Id } from '../../schema/api/common.ts'
import { photoMimes } from '../../schema/api/photos.ts'
import { markPhoto, uploadBlurred } from '../actions/columns/blur.ts'
import { openColumnPhoto } from '../actions/columns/open-column-photo.ts'
import { body, json, problem } from '../http/answers.ts'
import type { AppEnv } from '../http/app-env.ts'
import { countyContext } from '../http/county-context.ts'
import { may } from '../http/may.ts'
import { pictureAnswer, uploadOf } from '../http/pictures.ts'
import { refuseInvalid } from '../http/validation.ts'

const params = z.object({ id: Id, photo: Id })
const bytes = { schema: z.string().openapi({ format: 'binary' }) }
const pictures = Object.fromEntries(photoMimes.map((mime) => [mime, bytes]))

const open = createRoute({
  method: 'get',
  path: '/columns/{id}/photos/{photo}',
  ...may('column.read'),
  // `copy` only makes an address of its own for each copy.
  request: { params, query: z.strictObject({ copy: z.string().max(64).optional() }) },
  responses: {
    200: { description: 'The picture as readers get it: blurred where it is marked', content: pictures },
    304: { description: 'As the browser has it' },
    ...problem,
  },
})
const mark = createRoute({
  method: 'put',
  path: '/columns/{id}/photos/{photo}/mark',
  ...may('column.draft'),
  request: { params, body: body(ColumnMark) },
  responses: { 200: json(ColumnDetail, 'The article with the photo marked'), ...problem },
})
const blur = createRoute({
  method: 'put',
  path: '/columns/{id}/photos/{photo}/copy',
  ...may('column.draft'),
  request: { params, query: ColumnCopyUpload, body: { required: true, content: { 'image/jpeg': bytes } } },
  responses: { 200: json(ColumnDetail, 'The article with the blurred copy'), ...problem },
})

export const columnPhotoRoutes = new OpenAPIHono<AppEnv>({ defaultHook: refuseInvalid })
  .openapi(open, async (c) => {
    const { id: article, photo } = c.req.valid('param')
    const known = c.req.header('if-none-match')
    const picture = await openColumnPhoto(countyContext(c), { article, photo, known })
    return pictureAnswer(picture, { 'cache-control': 'private, no-cache', vary: 'Cookie, Authorization' })
  })
  .openapi(mark, async (c) => {
    const { id, photo } = c.req.valid('param')
    return c.json(await markPhoto(countyContext(c), id, photo, c.req.valid('json').blur), 200)
  })
  .openapi(blur, async (c) => {
    const { id, photo } = c.req.valid('param')
    const sent = await uploadOf(c, c.req.valid('query').sha256)
    return c.json(await uploadBlurred(countyContext(c), id, photo, sent), 200)
  })
