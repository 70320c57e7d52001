import { can } from '../../../../worker/domain/access/can.ts'
import { fieldTexts } from '../../../i18n/field.ts'
import { useTexts } from '../../../lib/language.tsx'
import { villageName } from '../../../ui/ranking-words.ts'
import { gridsOf, within } from '../../pieces/areas.ts'
import { Empty } from '../../pieces/empty.tsx'
import { IssueLine } from '../../pieces/issue-line.tsx'
import { Link } from '../../pieces/router.tsx'
import { Screen } from '../../pieces/screen.tsx'
import { useBundle } from '../../pieces/stored.ts'
import { sheetsFor } from '../inspect/inspection-draft.ts'

/** A village, or whatever a code was hung up for: what can be done there. */
export function AreaPage({ id }: { id: string }) {
  const t = useTexts(fieldTexts)
  const bundle = useBundle()
  if (!bundle)
    return (
      <Screen title={t('area')} back="/">
        {null}
      </Screen>
    )
  const { areas, member, visits } = bundle
  const area = areas.find((one) => one.id === id)
  if (!area) {
    return (
      <Screen title={t('area')} back="/">
        <Empty title={t('noArea')}>
          <p className="soft">{t('noAreaHint')}</p>
        </Empty>
      </Screen>
    )
  }
  const visit = visits.find(({ subject }) => subject === id)
  const walks = gridsOf(bundle).some((grid) => grid.id === id)
  const inspects = can(member, 'inspection.write') && sheetsFor(bundle, id).length > 0
  const issues = bundle.issues.filter((issue) => issue.area === id || issue.village === id)
  return (
    <Screen
      title={villageName(area.name)}
      back="/"
      about={within(areas, id)}
      actions={
        <>
          {can(member, 'issue.write') && (
            <Link className={inspects || walks ? 'button' : 'button primary'} to={`/found?area=${id}`}>
              {t('found')}
            </Link>
          )}
          {walks && (
            <Link className="button primary" to={`/patrol?grid=${id}`}>
              {t('patrol')}
            </Link>
          )}
          {inspects && (
            <Link className="button primary" to={`/inspect/${id}${visit ? `?visit=${visit.id}` : ''}`}>
              {t('inspect')}
            </Link>
          )}
        </>
      }
    >
      {issues.length === 0 ? (
        <p className="soft">{t('noIssuesHere')}</p>
      ) : (
        <section>
          <h2>{t('issuesHere', { n: issues.length })}</h2>
          <ul className="rows">
            {issues.map((issue) => (
              <li key={issue.id}>
                <IssueLine
                  issue={issue}
                  category={bundle.categories.find((one) => one.id === issue.category)?.name}
                />
              </li>
            ))}
          </ul>
        </section>
      )}
    </Screen>
  )
}
