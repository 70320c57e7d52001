import { cockpitTexts } from '../../i18n/cockpit.ts'
import { useTexts } from '../../lib/language.tsx'
import { useCounty } from '../../lib/session.ts'
import { PageHeader } from '../../ui/page-header.tsx'
import { FirstSteps } from './first-steps.tsx'
import { RedNow } from './red-now.tsx'
import { ThisRound } from './this-round.tsx'
import { ToDo } from './to-do.tsx'
import './cockpit.css'

/** Where the console opens: a new county's first steps, what waits, the rounds now, who is red. */
export default function CockpitPage() {
  const t = useTexts(cockpitTexts)
  const { may } = useCounty()
  return (
    <>
      <PageHeader title={t('title')} />
      {may('board.write') && may('member.write') && <FirstSteps />}
      <ToDo />
      <ThisRound />
      <RedNow />
    </>
  )
}
