import { Alert, Button } from 'antd'
import { useState } from 'react'
import { accountTexts } from '../../i18n/account.ts'
import { useDates } from '../../lib/dates.ts'
import { useTexts } from '../../lib/language.tsx'
import { ErrorState } from '../../ui/error-state.tsx'
import { Enrolment } from './enrolment.tsx'
import { NewCodes } from './new-codes.tsx'
import { useSecondFactor } from './queries.ts'
import { TurnOff } from './turn-off.tsx'
import './account.css'

/** Whether the second factor is on, and the ways to change that. */
export function SecondFactor() {
  const t = useTexts(accountTexts)
  const dates = useDates()
  const [doing, setDoing] = useState<'on' | 'off' | 'codes'>()
  const factor = useSecondFactor()
  const state = factor.data
  const stop = () => setDoing(undefined)
  return (
    <section aria-labelledby="second-factor">
      <h2 id="second-factor">{t('factor')}</h2>
      {factor.error && !state && <ErrorState error={factor.error} retry={() => factor.refetch()} />}
      {doing === 'on' && <Enrolment done={stop} />}
      {doing !== 'on' && state && (
        <>
          <p>
            {state.since === null
              ? t('factorOff')
              : t('factorOn', { since: dates.moment(state.since), left: state.recoveryCodesLeft })}
          </p>
          {state.on && state.recoveryCodesLeft < 4 && <Alert type="warning" showIcon title={t('fewCodes')} />}
          <div className="toolbar">
            {state.on ? (
              <>
                <Button onClick={() => setDoing('codes')}>{t('newCodes')}</Button>
                <Button onClick={() => setDoing('off')}>{t('turnOff')}</Button>
              </>
            ) : (
              <Button type="primary" onClick={() => setDoing('on')}>
                {t('turnOn')}
              </Button>
            )}
          </div>
        </>
      )}
      {doing === 'off' && <TurnOff close={stop} />}
      {doing === 'codes' && <NewCodes close={stop} />}
    </section>
  )
}
