import { Button } from 'antd'
import { Link } from 'react-router'
import type { Board } from '../../../schema/api/boards.ts'
import { boardsTexts } from '../../i18n/boards.ts'
import { useBoards } from '../../lib/boards.ts'
import { useTexts } from '../../lib/language.tsx'
import { useCounty } from '../../lib/session.ts'
import { DataTable } from '../../ui/data-table.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { PageHeader } from '../../ui/page-header.tsx'
import { useCadenceWords } from '../../ui/ranking-words.ts'
import { useCampaigns, useTownships } from './queries.ts'

export function BoardList() {
  const t = useTexts(boardsTexts)
  const { county, may } = useCounty()
  const cadenceWords = useCadenceWords()
  const query = useBoards()
  const campaigns = useCampaigns().data ?? []
  const townships = useTownships() ?? []
  const add = may('board.write') && (
    <Link to={`/${county}/boards/new`}>
      <Button type="primary">{t('add')}</Button>
    </Link>
  )
  const none = query.data?.length === 0
  return (
    <>
      <PageHeader title={t('title')} hint={t('lead')} {...(none ? {} : { actions: add })} />
      <DataTable<Board>
        label={t('title')}
        query={query}
        rowKey={({ id }) => id}
        empty={
          <EmptyState title={t('emptyTitle')} hint={t(add ? 'emptyHint' : 'emptyReader')} action={add} />
        }
        columns={[
          {
            key: 'name',
            title: t('name'),
            render: (_, { id, name }) => <Link to={`/${county}/boards/${id}`}>{name}</Link>,
          },
          {
            key: 'owner',
            title: t('owner'),
            render: (_, { owner }) => townships.find(({ id }) => id === owner)?.name ?? t('wholeCounty'),
          },
          { key: 'cadence', title: t('cadence'), render: (_, { cadence }) => cadenceWords(cadence) },
          {
            key: 'campaign',
            title: t('campaign'),
            render: (_, { campaign }) => campaigns.find(({ id }) => id === campaign)?.name,
          },
          { key: 'visibility', title: t('visibility'), render: (_, { visibility }) => t(visibility) },
          { key: 'state', title: t('state'), render: (_, { active }) => t(active ? 'active' : 'retired') },
        ]}
      />
    </>
  )
}
