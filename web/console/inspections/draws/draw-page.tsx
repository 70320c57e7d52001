import { Button, Spin } from 'antd'
import { useParams } from 'react-router'
import type { DrawDetail } from '../../../../schema/api/visits.ts'
import { inspectionsTexts } from '../../../i18n/inspections.ts'
import { useAreas } from '../../../lib/county-areas.ts'
import { useDates } from '../../../lib/dates.ts'
import { useTexts } from '../../../lib/language.tsx'
import { ErrorState } from '../../../ui/error-state.tsx'
import { PageHeader } from '../../../ui/page-header.tsx'
import { villageName } from '../../../ui/ranking-words.ts'
import { useDraw } from '../queries.ts'

/** A draw as it goes to the groups: who goes where, by when, and the seed it came from. Prints on A4. */
export default function DrawPage() {
  const { draw: id = '' } = useParams()
  const { data, error, refetch } = useDraw(id)
  if (error && !data) return <ErrorState error={error} retry={() => refetch()} />
  return data ? <Loaded draw={data} /> : <Spin />
}

function Loaded({ draw }: { draw: DrawDetail }) {
  const t = useTexts(inspectionsTexts)
  const dates = useDates()
  const areas = useAreas().data
  const { boardName, roundNo, at, dueOn, note, left, input } = draw
  return (
    <div className="draw-page">
      <PageHeader
        title={t('drawTitle', { board: boardName ?? '', no: roundNo ?? '' })}
        hint={
          <>
            {t('drawnAt')} {dates.moment(at)} · {t('dueOn')} {dates.day(dueOn)}
            {note !== null && ` · ${note}`}
          </>
        }
        actions={<Button onClick={() => print()}>{t('print')}</Button>}
      />
      <div className="draw-groups">
        {groupsOf(draw).map(([unit, name, visits]) => (
          <section key={unit}>
            <h2>{t('groupCount', { unit: name, n: visits.length })}</h2>
            <ol>
              {visits.map(({ visit, subjectName, township, purpose, state }) => (
                <li key={visit}>
                  {areas?.byId.get(township ?? '')?.name} {villageName(subjectName)}
                  {purpose === 'anchor' && <span className="soft untold"> · {t('anchorMark')}</span>}
                  {state !== 'planned' && <span className="soft"> · {t(state)}</span>}
                </li>
              ))}
            </ol>
            <p className="signature">{t('signature')}</p>
          </section>
        ))}
      </div>
      {left.length > 0 && (
        <p>
          {input.perUnit === null
            ? t('leftOver', { names: left.map((id) => areas?.fullName(id) ?? id).join('、') })
            : t('nextTime', { n: left.length })}
        </p>
      )}
      <dl className="inspection-facts">
        <dt>{t('reach')}</dt>
        <dd>{t(`reach_${input.reach}`)}</dd>
        <dt className="office-only">{t('anchors')}</dt>
        <dd className="office-only">{t('percentOf', { n: Math.round(input.anchors * 100) })}</dd>
        <dt>{t('seed')}</dt>
        <dd className="seed">
          <code>{input.seed}</code>
          <div className="soft">{t('seedHint')}</div>
        </dd>
      </dl>
    </div>
  )
}

type Assigned = DrawDetail['assigned']

/** By group, as they stand. */
function groupsOf({ assigned }: DrawDetail): [string, string, Assigned][] {
  const groups = new Map<string, Assigned>()
  for (const one of assigned) groups.set(one.unit, [...(groups.get(one.unit) ?? []), one])
  return [...groups].map(([unit, visits]) => [unit, visits[0]?.unitName ?? unit, visits])
}
