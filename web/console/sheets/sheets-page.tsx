import { lazy } from 'react'
import { Route, Routes } from 'react-router'
import { SheetList } from './sheet-list.tsx'
import './sheets.css'

const NewSheetPage = lazy(() => import('./new-sheet-page.tsx'))
const EditSheetPage = lazy(() => import('./edit-sheet-page.tsx'))

/** `/sheets`: what inspections are scored with, and the editor. */
export default function SheetsPage() {
  return (
    <Routes>
      <Route index element={<SheetList />} />
      <Route path="new" element={<NewSheetPage />} />
      <Route path=":sheet" element={<EditSheetPage />} />
    </Routes>
  )
}
