import type { FrozenPost } from '../../../schema/api/consequences.ts'
import { interviewsTexts } from '../../i18n/interviews.ts'
import { rolesTexts } from '../../i18n/roles.ts'
import { useTexts } from '../../lib/language.tsx'
import { villageName } from '../../ui/ranking-words.ts'

/** Who is called, as the posts were held when the round was published. */
export function Holders({ posts }: { posts: readonly FrozenPost[] }) {
  const t = useTexts(interviewsTexts)
  const postName = useTexts(rolesTexts)
  const several = new Set(posts.map(({ area }) => area)).size > 1
  return (
    <ul className="holders">
      {posts.map(({ post, area, areaName, holder }) => (
        <li key={`${post} ${area} ${holder}`}>
          <span className="soft">
            {several && `${villageName(areaName)} `}
            {postName(post)}
          </span>{' '}
          {holder ?? <em>{t('vacant')}</em>}
        </li>
      ))}
    </ul>
  )
}
