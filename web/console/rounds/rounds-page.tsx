import { lazy } from 'react'
import { Navigate, Route, Routes } from 'react-router'
import { RoundPage } from './round-page.tsx'

const ReportPage = lazy(() => import('./entry/report-page.tsx'))
const ComparePage = lazy(() => import('./compare/compare-page.tsx'))
const WhyPage = lazy(() => import('./why/why-page.tsx'))

/** `/rounds/{id}`: a round, a report being entered for it, another round beside it, and why a village stands where it stands. */
export default function RoundsPage() {
  return (
    <Routes>
      <Route index element={<Navigate to="../boards" replace />} />
      <Route path=":round" element={<RoundPage />} />
      <Route path=":round/reports/:source/:reporter" element={<ReportPage />} />
      <Route path=":round/compare" element={<ComparePage />} />
      <Route path=":round/why/:subject" element={<WhyPage />} />
    </Routes>
  )
}
