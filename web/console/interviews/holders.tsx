import type { FrozenPost } from '../../../schema/api/consequences.ts'
import { interviewsTexts } from '../../i18n/interviews.ts'
import { rolesTexts } from '../../i18n/roles.ts'
import { useTexts } from '../../lib/language.tsx'

/** Who is called, as the posts were held when the round was published. */
export function Holders({ posts }: { posts: readonly FrozenPost[] }) {
  const t = useTexts(interviewsTexts)
  const postName = useTexts(rolesTexts)
  return (
    <ul className="holders">
      {posts.map(({ post, area, holder }) => (
        <li key={`${post} ${area}`}>
          {postName(post)} {holder ?? <span className="soft">{t('vacant')}</span>}
        </li>
      ))}
    </ul>
  )
}
