import { Route, Routes } from 'react-router'
import './complaints.css'
import { ComplaintPage } from './complaint/complaint-page.tsx'
import { ListPage } from './list/list-page.tsx'
import { StatisticsPage } from './statistics/statistics-page.tsx'

/** `/complaints`: what the public wrote, how many of what, and each one with what the office can do about it. */
export default function ComplaintsPage() {
  return (
    <Routes>
      <Route index element={<ListPage />} />
      <Route path="statistics" element={<StatisticsPage />} />
      <Route path=":complaint" element={<ComplaintPage />} />
    </Routes>
  )
}
