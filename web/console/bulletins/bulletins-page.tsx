import { lazy } from 'react'
import { Route, Routes } from 'react-router'
import { BulletinTabs } from './bulletin-tabs.tsx'
import './bulletins.css'

const BulletinPage = lazy(() => import('./bulletin-page.tsx'))

/** `/bulletins`: what was issued and what is being written; and each one's page. */
export default function BulletinsPage() {
  return (
    <Routes>
      <Route index element={<BulletinTabs />} />
      <Route path=":bulletin" element={<BulletinPage />} />
    </Routes>
  )
}
