import { Button } from 'antd'
import { useState } from 'react'
import { useSearchParams } from 'react-router'
import type { PostHolding } from '../../../schema/api/areas.ts'
import { postsTexts } from '../../i18n/posts.ts'
import { useAreas } from '../../lib/county-areas.ts'
import { useTexts } from '../../lib/language.tsx'
import { useCounty } from '../../lib/session.ts'
import { NameSelect } from '../../ui/name-select.tsx'
import { PageHeader } from '../../ui/page-header.tsx'
import { SearchBox } from '../../ui/search-box.tsx'
import { AddPost } from './add-post.tsx'
import { EditPost } from './edit-post.tsx'
import { ImportPosts } from './import-posts.tsx'
import { PostsTable } from './posts-table.tsx'

/** Who holds which post where. The filters live in the address: `?q=&township=`. */
export default function PostsPage() {
  const t = useTexts(postsTexts)
  const { may } = useCounty()
  const areas = useAreas().data
  const [filter, setFilter] = useSearchParams()
  const [open, setOpen] = useState<'add' | 'import' | PostHolding>()
  const set = (name: string, value: string) =>
    setFilter(
      (before) => {
        if (value === '') before.delete(name)
        else before.set(name, value)
        return before
      },
      { replace: true },
    )
  const close = () => setOpen(undefined)
  return (
    <>
      <PageHeader
        title={t('title')}
        hint={t('hint')}
        actions={
          may('post.write') && (
            <>
              <Button onClick={() => setOpen('add')}>{t('add')}</Button>
              <Button type="primary" onClick={() => setOpen('import')}>
                {t('import')}
              </Button>
            </>
          )
        }
      />
      <div className="toolbar">
        <SearchBox label={t('search')} value={filter.get('q') ?? ''} change={(q) => set('q', q)} />
        <NameSelect
          aria-label={t('township')}
          className="search-box"
          placeholder={t('allTownships')}
          allowClear
          value={filter.get('township')}
          onChange={(value: string | null | undefined) => set('township', value ?? '')}
          options={(areas?.townships ?? []).map(({ id, name }) => ({ value: id, label: name }))}
        />
      </div>
      <PostsTable q={filter.get('q') ?? ''} township={filter.get('township') ?? ''} edit={setOpen} />
      {open === 'add' && <AddPost close={close} />}
      {open === 'import' && <ImportPosts close={close} />}
      {typeof open === 'object' && <EditPost holding={open} close={close} />}
    </>
  )
}
