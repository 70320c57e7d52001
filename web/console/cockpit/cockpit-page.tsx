import { cockpitTexts } from '../../i18n/cockpit.ts'
import { useTexts } from '../../lib/language.tsx'
import { useCounty } from '../../lib/session.ts'
import { PageHeader } from '../../ui/page-header.tsx'
import { FirstSteps } from './first-steps.tsx'
import { WeekView } from './week-view.tsx'
import './cockpit.css'
import './week-view.css'

/** Where the console opens: a new county's first steps, then the week at a glance. */
export default function CockpitPage() {
  const t = useTexts(cockpitTexts)
  const { may } = useCounty()
  return (
    <>
      <PageHeader title={t('title')} />
      {may('board.write') && may('member.write') && <FirstSteps />}
      <WeekView />
    </>
  )
}
