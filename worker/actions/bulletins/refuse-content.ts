import type { BulletinContent } from '../../../schema/api/bulletin-content.ts'
import { contentFaults, mostDataBlocks, mostPictures } from '../../domain/bulletins/content.ts'
import { Problem } from '../../problems/problem.ts'

const messages = {
  too_many_pictures: {
    zh: `一份通报最多放 ${mostPictures} 张照片`,
    en: `A bulletin takes at most ${mostPictures} photos`,
  },
  too_many_blocks: {
    zh: `一份通报最多放 ${mostDataBlocks} 个数据块`,
    en: `A bulletin takes at most ${mostDataBlocks} data blocks`,
  },
  block_twice: { zh: '两个数据块用了同一个编号', en: 'Two data blocks have the same id' },
} as const

/** Throws a 422 that names each fault of a bulletin's body; nothing where there is none. */
export function refuseContent(content: BulletinContent): void {
  const faults = contentFaults(content)
  if (faults.length === 0) return
  throw new Problem(
    'invalid',
    {},
    { fields: (language) => faults.map(({ path, fault }) => ({ path, message: messages[fault][language] })) },
  )
}
