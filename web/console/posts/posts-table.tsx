import { Button } from 'antd'
import { useMemo } from 'react'
import type { PostHolding } from '../../../schema/api/areas.ts'
import { postsTexts } from '../../i18n/posts.ts'
import { rolesTexts } from '../../i18n/roles.ts'
import { useAreas } from '../../lib/county-areas.ts'
import { useDates } from '../../lib/dates.ts'
import { useTexts } from '../../lib/language.tsx'
import { useNameSearch } from '../../lib/pinyin.ts'
import { useCounty } from '../../lib/session.ts'
import { DataTable } from '../../ui/data-table.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { usePosts } from './posts.ts'

type Props = { q: string; township: string; edit: (holding: PostHolding) => void }

export function PostsTable({ q, township, edit }: Props) {
  const t = useTexts(postsTexts)
  const postName = useTexts(rolesTexts)
  const dates = useDates()
  const { may } = useCounty()
  const areas = useAreas().data
  const posts = usePosts()
  const inTownship = useMemo(
    () =>
      (posts.data ?? []).filter(
        ({ area }) => township === '' || area === township || areas?.byId.get(area)?.parent === township,
      ),
    [posts.data, areas, township],
  )
  const place = (id: string) => areas?.fullName(id) ?? ''
  const rows = useNameSearch(inTownship, ({ holder, area }) => `${holder} ${place(area)}`, q)
  return (
    <DataTable<PostHolding>
      label={t('title')}
      query={{ ...posts, data: posts.data && rows }}
      rowKey={({ id }) => id}
      empty={
        posts.data?.length === 0 ? (
          <EmptyState title={t('emptyTitle')} hint={t('emptyHint')} />
        ) : (
          <EmptyState title={t('noMatchTitle')} hint={t('noMatchHint')} />
        )
      }
      columns={[
        { key: 'area', title: t('area'), render: (_, { area }) => place(area) },
        { key: 'post', title: t('post'), render: (_, { post }) => postName(post) },
        { key: 'holder', title: t('holder'), dataIndex: 'holder' },
        { key: 'from', title: t('from'), render: (_, { startsOn }) => dates.day(startsOn) },
        {
          key: 'to',
          title: t('to'),
          render: (_, { endsOn }) =>
            endsOn === null ? <span className="soft">{t('untilNow')}</span> : dates.day(endsOn),
        },
        ...(may('post.write')
          ? [
              {
                key: 'actions',
                title: t('actions'),
                render: (_: unknown, holding: PostHolding) => (
                  <Button type="link" size="small" onClick={() => edit(holding)}>
                    {t('edit')}
                  </Button>
                ),
              },
            ]
          : []),
      ]}
    />
  )
}
