import { Link } from 'react-router'
import { setupTexts } from '../../../i18n/setup.ts'
import { useTexts } from '../../../lib/language.tsx'
import { useCounty, useSetup } from '../../../lib/session.ts'

/** The national divisions are there by themselves; what they lack is added in the area editor. */
export function AreasStep() {
  const t = useTexts(setupTexts)
  const { county } = useCounty()
  const setup = useSetup().data?.setup
  if (!setup) return <div className="loading" />
  return (
    <>
      <p role="status">
        {setup.areas === 'ready'
          ? t('areasReady', { townships: setup.townships, villages: setup.villages })
          : t('areasComing', { villages: setup.villages })}
      </p>
      <p className="wizard-actions">
        <Link to={`/${county}/areas`}>{t('toAreas')}</Link>
      </p>
    </>
  )
}
