import { lazy } from 'react'
import { Route, Routes } from 'react-router'
import { usePulse } from '../../lib/pulse.ts'
import { InterviewTabs } from './interview-tabs.tsx'
import './interviews.css'

const ConsequencePage = lazy(() => import('./consequence-page.tsx'))

/** `/interviews`: what follows from published rounds, as a list, a board and a checklist; and each one's record. */
export default function InterviewsPage() {
  usePulse()
  return (
    <Routes>
      <Route index element={<InterviewTabs />} />
      <Route path=":consequence" element={<ConsequencePage />} />
    </Routes>
  )
}
