import { lazy } from 'react'
import { Route, Routes } from 'react-router'
import { GridList } from './list/grid-list.tsx'
import './grids.css'

const GridPage = lazy(() => import('./grid/grid-page.tsx'))
const CodesPage = lazy(() => import('./codes/codes-page.tsx'))
const CodeSheet = lazy(() => import('./codes/code-sheet.tsx'))
const PlacesPage = lazy(() => import('./places/places-page.tsx'))
const HandOverPage = lazy(() => import('./hand-over/hand-over-page.tsx'))

/** `/grids`: grids with their points and patrols, codes to print, odd places, and what phones handed over. */
export default function GridsPage() {
  return (
    <Routes>
      <Route index element={<GridList />} />
      <Route path="codes" element={<CodesPage />} />
      <Route path="codes/sheet" element={<CodeSheet />} />
      <Route path="places" element={<PlacesPage />} />
      <Route path="hand-over" element={<HandOverPage />} />
      <Route path=":grid" element={<GridPage />} />
    </Routes>
  )
}
