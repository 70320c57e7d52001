import { type ReactNode, useState } from 'react'
import type { FieldBundle, FieldIssue } from '../../../../schema/api/field.ts'
import type { Visit } from '../../../../schema/api/visits.ts'
import { fieldTexts } from '../../../i18n/field.ts'
import { useDates } from '../../../lib/dates.ts'
import { useTexts } from '../../../lib/language.tsx'
import { villageName } from '../../../ui/ranking-words.ts'
import { gridsOf, within } from '../../pieces/areas.ts'
import { Empty } from '../../pieces/empty.tsx'
import { IssueLine } from '../../pieces/issue-line.tsx'
import { readable } from '../../pieces/places.ts'
import { Link } from '../../pieces/router.tsx'
import type { Task, Tasks } from './tasks.ts'

type Props = { bundle: FieldBundle; tasks: Tasks }

/** Villages to see, issues to repair, to check, to look at again; and the grids to walk. */
export function TaskLists({ bundle, tasks }: Props) {
  const t = useTexts(fieldTexts)
  const names = new Map(bundle.categories.map(({ id, name }) => [id, name]))
  const issue = ({ item, metres }: Task<FieldIssue>) => (
    <IssueLine issue={item} category={names.get(item.category)} about={awayIn(t, metres)} />
  )
  const grids = gridsOf(bundle)
  const nothing = [tasks.visits, tasks.revisits, tasks.rectify, tasks.verify, grids].every(
    ({ length }) => length === 0,
  )
  if (nothing) {
    return (
      <Empty title={t('nothingToday')}>
        <p className="soft">{t('nothingTodayHint')}</p>
      </Empty>
    )
  }
  return (
    <>
      <List title={t('toRectify', { n: tasks.rectify.length })} tasks={tasks.rectify} draw={issue} />
      <List
        title={t('toVisit', { n: tasks.visits.length })}
        tasks={tasks.visits}
        draw={(task) => <VisitLine bundle={bundle} task={task} />}
      />
      <List
        title={t('toRevisit', { n: tasks.revisits.length })}
        tasks={tasks.revisits}
        draw={({ item, metres }) =>
          'subject' in item ? <VisitLine bundle={bundle} task={{ item, metres }} /> : issue({ item, metres })
        }
      />
      <List title={t('toVerify', { n: tasks.verify.length })} tasks={tasks.verify} draw={issue} />
      {tasks.handled > 0 && <p className="soft">{t('handled', { n: tasks.handled })}</p>}
      {grids.length > 0 && (
        <p>
          <Link className="button wide" to="/patrol">
            {t('patrolGrids', { n: grids.length })}
          </Link>
        </p>
      )}
    </>
  )
}

const shortList = 8

function List<Item extends { id: string }>({
  title,
  tasks,
  draw,
}: {
  title: string
  tasks: readonly Task<Item>[]
  draw: (task: Task<Item>) => ReactNode
}) {
  const t = useTexts(fieldTexts)
  const [all, setAll] = useState(false)
  if (tasks.length === 0) return null
  return (
    <section>
      <h2>{title}</h2>
      <ul className="rows">
        {(all ? tasks : tasks.slice(0, shortList)).map((task) => (
          <li key={task.item.id}>{draw(task)}</li>
        ))}
      </ul>
      {!all && tasks.length > shortList && (
        <button type="button" className="button wide" onClick={() => setAll(true)}>
          {t('showAll', { n: tasks.length })}
        </button>
      )}
    </section>
  )
}

function VisitLine({ bundle, task: { item, metres } }: { bundle: FieldBundle; task: Task<Visit> }) {
  const t = useTexts(fieldTexts)
  const dates = useDates()
  const { id, subject, subjectName, dueOn, issue } = item
  const known = issue !== null && bundle.issues.some((one) => one.id === issue)
  const away = awayIn(t, metres)
  return (
    <Link className="row" to={known ? `/issues/${issue}` : `/inspect/${subject}?visit=${id}`}>
      <strong>{villageName(subjectName)}</strong>
      <span className="soft">
        {[within(bundle.areas, subject), t('dueOn', { day: dates.dayShort(dueOn) }), away]
          .filter(Boolean)
          .join(' · ')}
      </span>
    </Link>
  )
}

function awayIn(
  t: ReturnType<typeof useTexts<typeof fieldTexts.zh>>,
  metres: number | null,
): string | undefined {
  if (metres === null) return undefined
  const away = readable(metres)
  return 'km' in away ? t('kmAway', { n: away.km }) : t('metresAway', { n: away.metres })
}
