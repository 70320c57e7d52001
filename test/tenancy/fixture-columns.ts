import { newId } from '../../worker/data/new-id.ts'
import { inDays } from '../support/columns.ts'
import type { TestCounty } from '../support/county.ts'
import { aPhoto } from '../support/photos.ts'
import { aJpeg } from '../support/pictures.ts'

/** What a county's columns have one of: a draft with a photo, its words carrying the canary. */
export type ColumnFixture = { article: string; photo: string }

export async function aDraftedArticle(
  county: TestCounty,
  canary: string,
  village: string,
): Promise<ColumnFixture> {
  const photo = await aPhoto(county, county.office, aJpeg(65, 48, { comment: canary }))
  const article = newId()
  const answer = await county.office.put(county.at(`/columns/${article}`), {
    ...{ kind: 'practice', title: `${canary}做法`, text: `${canary}一段`, area: village },
    ...{ visibility: 'public', expiresOn: inDays(30), photos: [{ photo, caption: `${canary}照片` }] },
  })
  if (answer.status !== 201) throw new Error(answer.text)
  return { article, photo }
}
