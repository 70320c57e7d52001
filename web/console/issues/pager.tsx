import { Button } from 'antd'
import { issuesTexts } from '../../i18n/issues.ts'
import { useTexts } from '../../lib/language.tsx'

type Props = {
  /** The cursors of the pages turned so far; the last one is of the page on screen. */
  cursors: readonly string[]
  next: string | null
  turn: (cursors: readonly string[]) => void
  /** While a page is on its way. */
  busy?: boolean
}

/** Turns the pages of a list that is read by key; nothing where all stands on one page. */
export function Pager({ cursors, next, turn, busy = false }: Props) {
  const t = useTexts(issuesTexts)
  if (cursors.length === 0 && next === null) return null
  return (
    <nav className="toolbar issue-pager" aria-label={t('pages')}>
      <Button disabled={cursors.length === 0} onClick={() => turn(cursors.slice(0, -1))}>
        {t('previousPage')}
      </Button>
      <span className="soft" role="status">
        {t('pageNo', { n: cursors.length + 1 })}
      </span>
      <Button disabled={next === null || busy} onClick={() => next !== null && turn([...cursors, next])}>
        {t('nextPage')}
      </Button>
    </nav>
  )
}
