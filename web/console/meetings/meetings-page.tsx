import { lazy } from 'react'
import { Route, Routes } from 'react-router'
import { MeetingTabs } from './meeting-tabs.tsx'
import './meetings.css'

const MeetingPage = lazy(() => import('./meeting-page.tsx'))
const EditPage = lazy(() => import('./edit/edit-page.tsx'))

/** `/meetings`: records and the tasks they gave; `/meetings/new`, `/meetings/{id}` and `/meetings/{id}/edit`. */
export default function MeetingsPage() {
  return (
    <Routes>
      <Route index element={<MeetingTabs />} />
      <Route path="new" element={<EditPage />} />
      <Route path=":meeting" element={<MeetingPage />} />
      <Route path=":meeting/edit" element={<EditPage />} />
    </Routes>
  )
}
