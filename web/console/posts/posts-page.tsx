import { Button, Tabs } from 'antd'
import { lazy, Suspense, useState } from 'react'
import type { PostHolding } from '../../../schema/api/areas.ts'
import { postsTexts } from '../../i18n/posts.ts'
import { useAreas } from '../../lib/county-areas.ts'
import { useTexts } from '../../lib/language.tsx'
import { useCounty } from '../../lib/session.ts'
import { useFilter } from '../../lib/use-filter.ts'
import { NameSelect } from '../../ui/name-select.tsx'
import { PageHeader } from '../../ui/page-header.tsx'
import { SearchBox } from '../../ui/search-box.tsx'
import { AddPost } from './add-post.tsx'
import { EditPost } from './edit-post.tsx'
import { ImportPosts } from './import-posts.tsx'
import { PostsTable } from './posts-table.tsx'

const PostGrid = lazy(async () => ({ default: (await import('./grid/post-grid.tsx')).PostGrid }))

/** Who holds which post where. The filters live in the address: `?tab=grid&q=&township=&open=import`. */
export default function PostsPage() {
  const t = useTexts(postsTexts)
  const { may } = useCounty()
  const filter = useFilter()
  const [open, setOpen] = useState<'add' | PostHolding>()
  const close = () => setOpen(undefined)
  const mayWrite = may('post.write')
  const tab = mayWrite && filter.get('tab') === 'grid' ? 'grid' : 'list'
  const list = <PostsList edit={setOpen} />
  return (
    <>
      <PageHeader
        title={t('title')}
        hint={t('hint')}
        actions={
          mayWrite && (
            <>
              <Button onClick={() => setOpen('add')}>{t('add')}</Button>
              <Button type="primary" onClick={() => filter.set('open', 'import')}>
                {t('import')}
              </Button>
            </>
          )
        }
      />
      {mayWrite ? (
        <Tabs
          activeKey={tab}
          destroyOnHidden
          onChange={(key) => filter.set('tab', key === 'grid' ? 'grid' : '')}
          items={[
            { key: 'list', label: t('tabList'), children: list },
            {
              key: 'grid',
              label: t('tabGrid'),
              children: (
                <Suspense fallback={<div className="loading" />}>
                  <PostGrid />
                </Suspense>
              ),
            },
          ]}
        />
      ) : (
        list
      )}
      {open === 'add' && <AddPost close={close} />}
      {filter.get('open') === 'import' && mayWrite && <ImportPosts close={() => filter.set('open', '')} />}
      {typeof open === 'object' && <EditPost holding={open} close={close} />}
    </>
  )
}

function PostsList({ edit }: { edit: (holding: PostHolding) => void }) {
  const t = useTexts(postsTexts)
  const areas = useAreas().data
  const filter = useFilter()
  return (
    <>
      <div className="toolbar">
        <SearchBox label={t('search')} value={filter.get('q')} change={(q) => filter.set('q', q)} />
        <NameSelect
          aria-label={t('township')}
          className="search-box"
          placeholder={t('allTownships')}
          allowClear
          value={filter.get('township') || null}
          onChange={(value: string | null | undefined) => filter.set('township', value ?? '')}
          options={(areas?.townships ?? []).map(({ id, name }) => ({ value: id, label: name }))}
        />
      </div>
      <PostsTable q={filter.get('q')} township={filter.get('township')} edit={edit} />
    </>
  )
}
