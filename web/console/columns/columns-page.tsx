import { Route, Routes } from 'react-router'
import { ArticlePage } from './article/article-page.tsx'
import './columns.css'
import { EditPage, NewPage } from './edit/edit-pages.tsx'
import { ColumnList } from './list/column-list.tsx'

/** `/columns`: what stands in the columns and what is on its way there, each article's page, and the editor. */
export default function ColumnsPage() {
  return (
    <Routes>
      <Route index element={<ColumnList />} />
      <Route path="new" element={<NewPage />} />
      <Route path=":id" element={<ArticlePage />} />
      <Route path=":id/edit" element={<EditPage />} />
    </Routes>
  )
}
