import { lazy } from 'react'
import { Route, Routes } from 'react-router'
import { InspectionList } from './list/inspection-list.tsx'
import './inspections.css'

const EntryPage = lazy(() => import('./entry/entry-page.tsx'))
const DetailPage = lazy(() => import('./detail/detail-page.tsx'))
const VisitsPage = lazy(() => import('./visits/visits-page.tsx'))
const DrawsPage = lazy(() => import('./draws/draws-page.tsx'))
const NewDrawPage = lazy(() => import('./draws/new-draw-page.tsx'))
const DrawPage = lazy(() => import('./draws/draw-page.tsx'))

/** `/inspections`: the records, a new one, the visits to make, and the draws that decide them. */
export default function InspectionsPage() {
  return (
    <Routes>
      <Route index element={<InspectionList />} />
      <Route path="new" element={<EntryPage />} />
      <Route path="visits" element={<VisitsPage />} />
      <Route path="draws" element={<DrawsPage />} />
      <Route path="draws/new" element={<NewDrawPage />} />
      <Route path="draws/:draw" element={<DrawPage />} />
      <Route path=":inspection" element={<DetailPage />} />
    </Routes>
  )
}
