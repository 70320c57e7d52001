import { Navigate, Route, Routes, useLocation } from 'react-router'
import { useCounty } from '../../lib/session.ts'
import { IssuePage } from './issue/issue-page.tsx'
import './issues.css'
import { LedgerPage } from './ledger/ledger-page.tsx'
import { MinePage } from './mine/mine-page.tsx'
import { NoticesPage } from './notices/notices-page.tsx'
import { ReportPage } from './report/report-page.tsx'
import { StatisticsPage } from './statistics/statistics-page.tsx'

/** `/issues`: the ledger, what the reader owes, a new one, figures, and each issue's page. */
export default function IssuesPage() {
  return (
    <Routes>
      <Route index element={<Landing />} />
      <Route path="mine" element={<MinePage />} />
      <Route path="new" element={<ReportPage />} />
      <Route path="statistics" element={<StatisticsPage />} />
      <Route path="notices" element={<NoticesPage />} />
      <Route path=":issue" element={<IssuePage />} />
    </Routes>
  )
}

/** Those who rectify land on what they owe; an address with filters is always the ledger. */
function Landing() {
  const { member } = useCounty()
  const { search } = useLocation()
  const rectifies = ['village_secretary', 'grid_member', 'department'].includes(member.role)
  return rectifies && search === '' ? <Navigate to="mine" replace /> : <LedgerPage />
}
