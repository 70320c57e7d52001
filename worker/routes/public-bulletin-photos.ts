import { Hono } from 'hono'
import { openBulletinPhoto } from '../actions/bulletins/open-bulletin-photo.ts'
import { publicCounty } from '../actions/publication/public-snapshot.ts'
import type { AppEnv } from '../http/app-env.ts'
import { platformContext } from '../http/county-context.ts'
import { pictureAnswer } from '../http/pictures.ts'

/** A withdrawn bulletin takes its pictures along: none is kept beside it for longer than this. */
const cached = { 'cache-control': 'public, max-age=60, s-maxage=60' }

/** The pictures of bulletins that everybody may read. */
export const publicBulletinPhotoRoutes = new Hono<AppEnv>().get(
  '/c/:county/bulletins/:id/photos/:photo',
  async (c) => {
    const { county, id: bulletin, photo } = c.req.param()
    const db = await publicCounty(platformContext(c), county)
    const known = c.req.header('if-none-match')
    return pictureAnswer(await openBulletinPhoto({ db, env: c.env }, { bulletin, photo, known }), cached)
  },
)
