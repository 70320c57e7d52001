import type { PostHolding } from '../../../../schema/api/areas.ts'
import type { PostHolders } from '../../../../schema/api/posts.ts'
import { postLevel } from '../../../../worker/domain/sheets/post-headings.ts'

export type PostName = PostHolding['post']
/** What has been typed, by the area's and the post's cell. */
export type Typed = ReadonlyMap<string, string>

export const cellOf = (area: string, post: PostName) => `${area} ${post}`

export const villagePosts = (Object.keys(postLevel) as PostName[]).filter(
  (post) => postLevel[post] === 'village',
)
export const townshipPosts = (Object.keys(postLevel) as PostName[]).filter(
  (post) => postLevel[post] === 'township',
)

/** Who holds each post on a day, several names with a comma between, by cell. */
export function heldOn(posts: readonly PostHolding[], day: string): Map<string, string> {
  const cells = new Map<string, string>()
  for (const { area, post, holder, startsOn, endsOn } of posts) {
    if (startsOn > day || (endsOn !== null && endsOn < day)) continue
    const before = cells.get(cellOf(area, post))
    cells.set(cellOf(area, post), before === undefined ? holder : `${before}\u3001${holder}`)
  }
  return cells
}

/** The names in a cell; none where it is empty. */
export function namesIn(text: string): string[] {
  return [
    ...new Set(
      text
        .split(/[\u3001,\uff0c;\uff1b/\n]+/u)
        .map((name) => name.replace(/\s+/gu, '').slice(0, 40))
        .filter((name) => name !== ''),
    ),
  ]
}

/** The cells whose names differ from those that hold the post, as the change to be sent. */
export function changes(typed: Typed, held: ReadonlyMap<string, string>): PostHolders['holders'] {
  return [...typed].flatMap(([cell, text]) => {
    const [area = '', post = ''] = cell.split(' ')
    const names = namesIn(text)
    const before = namesIn(held.get(cell) ?? '')
    if (names.toSorted().join() === before.toSorted().join()) return []
    const of = { area, post: post as PostName }
    return names.length === 0 ? [{ ...of, holder: '' }] : names.map((holder) => ({ ...of, holder }))
  })
}

/**
 * What a block pasted from a spreadsheet puts into the cells to the right of and below one; what would fall outside
 * the grid is left out.
 */
export function pasteInto(
  typed: Typed,
  block: string,
  at: { row: number; column: number },
  grid: { areas: readonly string[]; posts: readonly PostName[] },
): Map<string, string> {
  const next = new Map(typed)
  const lines = block.replace(/\r?\n$/, '').split(/\r?\n/)
  for (const [down, line] of lines.entries()) {
    for (const [across, text] of line.split('\t').entries()) {
      const area = grid.areas[at.row + down]
      const post = grid.posts[at.column + across]
      if (area !== undefined && post !== undefined) next.set(cellOf(area, post), text.trim())
    }
  }
  return next
}
