import type { Banner } from '../../../schema/api/consequences.ts'
import { selectPublished } from '../../data/banners.ts'
import { selectBoard } from '../../data/boards.ts'
import { selectNames } from '../../data/commitments.ts'
import { selectCommended } from '../../data/consequences.ts'
import { idsIn } from '../../data/found-ids.ts'
import { banners, type CommendedRound } from '../../domain/consequences/banners.ts'
import { Problem } from '../../problems/problem.ts'
import type { CountyContext } from '../context.ts'

/** How far back it is looked who held the banner: half a year of weeks. */
const lookedBack = 26

/** Who holds a board's red banner and how it travelled. Errors: not_found. */
export async function bannerOf({ db }: Pick<CountyContext, 'db'>, board: string): Promise<Banner> {
  const newestOnes = selectPublished(db, board, lookedBack)
  const commended = selectCommended(db, idsIn(newestOnes, ['id']))
  const subjects = idsIn(commended, [], ['subjects'])
  const [[found], published, actions, areas, above] = await db.together(
    selectBoard(db, board),
    newestOnes,
    commended,
    selectNames(db, subjects),
    selectNames(db, idsIn(selectNames(db, subjects), ['parent'])),
  )
  if (!found) throw new Problem('not_found')
  const rounds = published.map(({ id, no, publishedAt }): CommendedRound => {
    const own = actions.filter(({ round }) => round === id)
    const subjectsOf = own.flatMap((action) =>
      action.subjects.map((subject): [string, string] => [subject, action.id]),
    )
    return { id, no, publishedAt: publishedAt ?? '', commended: new Map(subjectsOf) }
  })
  const nameOf = namesOf([...areas, ...above])
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
function namesOf(areas: readonly { id: string; name: string; parent: string | null }[]) {
  const names = new Map(areas.map((area) => [area.id, area]))
  return (subject: string) => {
    const own = names.get(subject)
    const townshipName = names.get(own?.parent ?? '')?.name ?? null
    return { subject, name: own?.name ?? subject, townshipName }
  }
}
