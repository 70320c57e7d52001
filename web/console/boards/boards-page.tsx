import { Route, Routes } from 'react-router'
import './boards.css'
import { BoardList } from './board-list.tsx'
import { BoardPage } from './board-page.tsx'
import { NewBoardPage } from './new-board-page.tsx'

/** `/boards`: the list, a new one, and each board's page. */
export default function BoardsPage() {
  return (
    <Routes>
      <Route index element={<BoardList />} />
      <Route path="new" element={<NewBoardPage />} />
      <Route path=":board" element={<BoardPage />} />
    </Routes>
  )
}
