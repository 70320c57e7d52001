import { Button, Progress } from 'antd'
import { Link } from 'react-router'
import { setupTexts } from '../../../i18n/setup.ts'
import { useAreas, useUnits } from '../../../lib/county-areas.ts'
import { useTexts } from '../../../lib/language.tsx'
import { useCounty } from '../../../lib/session.ts'
import { useAddUnits } from '../../../lib/use-add-units.ts'
import { ErrorState } from '../../../ui/error-state.tsx'

/** One liaison group a township with a single click; whoever wants others makes them among the units. */
export function UnitsStep() {
  const t = useTexts(setupTexts)
  const { county, may } = useCounty()
  const areas = useAreas().data
  const units = useUnits().data
  const { addAll, busy, done, error } = useAddUnits()
  if (!areas || !units) return <div className="loading" />
  const active = units.filter((unit) => unit.active)
  const covered = new Set(active.flatMap(({ covers }) => covers))
  const bare = areas.townships.filter((township) => township.active && !covered.has(township.id))
  const make = () =>
    addAll(
      bare.map(({ id, name }) => ({
        name: t('liaisonOf', { township: name }),
        kind: 'group',
        purpose: 'liaison',
        covers: [id],
      })),
    )
  return (
    <>
      {active.length > 0 && (
        <>
          <p>{t('unitsThere', { n: active.length })}</p>
          <ul className="wizard-list">
            {active.map(({ id, name }) => (
              <li key={id}>{name}</li>
            ))}
          </ul>
        </>
      )}
      {bare.length > 0 && <p>{t('unitsBare', { n: bare.length })}</p>}
      <p className="wizard-actions">
        {bare.length > 0 && may('unit.write') && (
          <Button type="primary" loading={busy} onClick={make}>
            {t('makeLiaison', { n: bare.length })}
          </Button>
        )}
        <Link to={`/${county}/units`}>{t('toUnits')}</Link>
      </p>
      {busy && (
        <Progress
          percent={Math.round((100 * done) / (done + bare.length))}
          showInfo={false}
          aria-hidden="true"
        />
      )}
      {error !== undefined && <ErrorState error={error} />}
    </>
  )
}
