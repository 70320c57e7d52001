import { Route, Routes } from 'react-router'
import { ConsequenceList } from './consequence-list.tsx'
import { ConsequencePage } from './consequence-page.tsx'
import './interviews.css'

/** `/interviews`: what follows from published rounds, and each one's record. */
export default function InterviewsPage() {
  return (
    <Routes>
      <Route index element={<ConsequenceList />} />
      <Route path=":consequence" element={<ConsequencePage />} />
    </Routes>
  )
}
