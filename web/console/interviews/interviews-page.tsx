import { lazy } from 'react'
import { Route, Routes } from 'react-router'
import { ConsequenceList } from './consequence-list.tsx'
import './interviews.css'

const ConsequencePage = lazy(() => import('./consequence-page.tsx'))

/** `/interviews`: what follows from published rounds, and each one's record. */
export default function InterviewsPage() {
  return (
    <Routes>
      <Route index element={<ConsequenceList />} />
      <Route path=":consequence" element={<ConsequencePage />} />
    </Routes>
  )
}
