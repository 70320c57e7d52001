import { Route, Routes } from 'react-router'
import './boards.css'
import { BoardList } from './board-list.tsx'
import { BoardPage } from './board-page.tsx'
import DesignPage from './designer/design-page.tsx'
import { NewBoardPage } from './new-board-page.tsx'

/** `/boards`: the list, a new one, each board's page, and where its rules are designed. */
export default function BoardsPage() {
  return (
    <Routes>
      <Route index element={<BoardList />} />
      <Route path="new" element={<NewBoardPage />} />
      <Route path=":board" element={<BoardPage />} />
      <Route path=":board/design" element={<DesignPage />} />
    </Routes>
  )
}
