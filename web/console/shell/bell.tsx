import { Link } from 'react-router'
import { shellTexts } from '../../i18n/shell.ts'
import { useTexts } from '../../lib/language.tsx'
import { useNotices } from '../../lib/notices.ts'
import { useCounty } from '../../lib/session.ts'
import { BellIcon } from './icons.tsx'

/** More are not counted: the list says. */
const enough = 10

/** Word to the member that has not been read yet, counted; leads to the list. */
export function Bell() {
  const t = useTexts(shellTexts)
  const { county } = useCounty()
  const { data } = useNotices(enough)
  const unread = data?.items.filter(({ read }) => !read).length ?? 0
  const more = unread === data?.items.length && data?.nextCursor !== null
  return (
    <Link
      className="bell"
      to={`/${county}/issues/notices`}
      aria-label={unread === 0 ? t('notices') : t('unreadNotices', { n: unread })}
    >
      <BellIcon />
      {unread > 0 && (
        <span className="bell-count" aria-hidden="true">
          {more ? `${unread}+` : unread}
        </span>
      )}
    </Link>
  )
}
