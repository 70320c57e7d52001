import type { ClipboardEvent, KeyboardEvent } from 'react'
import type { Area } from '../../../../schema/api/areas.ts'
import { postsTexts } from '../../../i18n/posts.ts'
import { rolesTexts } from '../../../i18n/roles.ts'
import { useTexts } from '../../../lib/language.tsx'
import { cellOf, namesIn, type PostName, pasteInto, type Typed } from './cells.ts'

type Props = {
  label: string
  areas: readonly Area[]
  posts: readonly PostName[]
  held: ReadonlyMap<string, string>
  typed: Typed
  setTyped: (typed: Typed) => void
}

/** A table of inputs, one a village and post; the arrow keys and Enter go up and down, a pasted block fills down and right. */
export function GridTable({ label, areas, posts, held, typed, setTyped }: Props) {
  const t = useTexts(postsTexts)
  const postName = useTexts(rolesTexts)
  const ids = areas.map(({ id }) => id)
  const paste = (event: ClipboardEvent, row: number, column: number) => {
    const block = event.clipboardData.getData('text/plain')
    if (!/[\t\n]/.test(block)) return
    event.preventDefault()
    setTyped(pasteInto(typed, block, { row, column }, { areas: ids, posts }))
  }
  const move = (event: KeyboardEvent<HTMLInputElement>, row: number, post: PostName) => {
    const step = event.key === 'ArrowUp' ? -1 : event.key === 'ArrowDown' || event.key === 'Enter' ? 1 : 0
    const to = ids[row + step]
    if (step === 0 || to === undefined || event.nativeEvent.isComposing) return
    event.preventDefault()
    const table = event.currentTarget.closest('table')
    table?.querySelector<HTMLInputElement>(`input[name="${CSS.escape(cellOf(to, post))}"]`)?.focus()
  }
  return (
    // A wide grid scrolls sideways: the keyboard has to reach it too.
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be focusable
    <section className="grid-scroll" tabIndex={0} aria-label={label}>
      <table aria-label={label}>
        <thead>
          <tr>
            <th scope="col">{t('area')}</th>
            {posts.map((post) => (
              <th key={post} scope="col">
                {postName(post)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {areas.map(({ id, name }, row) => (
            <tr key={id}>
              <th scope="row">{name}</th>
              {posts.map((post, column) => {
                const cell = cellOf(id, post)
                const before = held.get(cell) ?? ''
                const text = typed.get(cell) ?? before
                const changed = namesIn(text).toSorted().join() !== namesIn(before).toSorted().join()
                return (
                  <td key={post} className={changed ? 'changed' : ''}>
                    <input
                      name={cell}
                      aria-label={`${name} ${postName(post)}`}
                      title={changed && before !== '' ? t('was', { names: before }) : undefined}
                      maxLength={200}
                      autoComplete="off"
                      value={text}
                      onChange={(event) => setTyped(new Map(typed).set(cell, event.target.value))}
                      onPaste={(event) => paste(event, row, column)}
                      onKeyDown={(event) => move(event, row, post)}
                    />
                  </td>
                )
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
