import type { Banner } from '../../../schema/api/consequences.ts'
import { selectPublished } from '../../data/banners.ts'
import { findBoard } from '../../data/boards.ts'
import { selectNames } from '../../data/commitments.ts'
import { selectCommended } from '../../data/consequences.ts'
import { banners, type CommendedRound } from '../../domain/consequences/banners.ts'
import { Problem } from '../../problems/problem.ts'
import type { CountyContext } from '../context.ts'

/** How far back it is looked who held the banner: half a year of weeks. */
const lookedBack = 26

/** Who holds a board's red banner and how it travelled. Errors: not_found. */
export async function bannerOf({ db }: Pick<CountyContext, 'db'>, board: string): Promise<Banner> {
  const found = await findBoard(db, board)
  if (!found) throw new Problem('not_found')
  const [published] = await db.together(selectPublished(db, board, lookedBack))
  const [actions] = await db.together(
    selectCommended(
      db,
      published.map(({ id }) => id),
    ),
  )
  const rounds = published.map(({ id, no, publishedAt }): CommendedRound => {
    const own = actions.filter(({ round }) => round === id)
    const commended = own.flatMap((action) =>
      action.subjects.map((subject): [string, string] => [subject, action.id]),
    )
    return { id, no, publishedAt: publishedAt ?? '', commended: new Map(commended) }
  })
  const nameOf = await namesOf(db, rounds)
  const { holdings, passings } = banners(rounds)
  const [newest] = rounds
  return {
    board,
    asOf: newest ? { round: newest.id, no: newest.no, publishedAt: newest.publishedAt } : null,
    ruled: (found.policy.consequences ?? []).some(({ kind }) => kind === 'commend'),
    holders: holdings.map(({ subject, ...holding }) => ({ ...nameOf(subject), ...holding })),
    passings: passings
      .filter(({ gained, lost }) => gained.length + lost.length > 0)
      .map(({ id, no, publishedAt, gained, lost }) => ({
        ...{ round: id, no, publishedAt },
        ...{ gained: gained.map(nameOf), lost: lost.map(nameOf) },
      })),
  }
}

/** Subjects by their names today, each with the area it lies in. */
async function namesOf(db: CountyContext['db'], rounds: readonly CommendedRound[]) {
  const subjects = [...new Set(rounds.flatMap(({ commended }) => [...commended.keys()]))]
  const [areas] = await db.together(selectNames(db, subjects))
  const parents = [...new Set(areas.flatMap(({ parent }) => (parent === null ? [] : [parent])))]
  const [above] = parents.length === 0 ? [[]] : await db.together(selectNames(db, parents))
  const names = new Map([...areas, ...above].map((area) => [area.id, area]))
  return (subject: string) => {
    const own = names.get(subject)
    const townshipName = names.get(own?.parent ?? '')?.name ?? null
    return { subject, name: own?.name ?? subject, townshipName }
  }
}
