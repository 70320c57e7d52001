import { Button, Tag } from 'antd'
import { useState } from 'react'
import type { Team, TeamChange } from '../../../schema/api/outreach.ts'
import { outreachTexts } from '../../i18n/outreach.ts'
import { answer, api } from '../../lib/api.ts'
import { useAreas } from '../../lib/county-areas.ts'
import { useTexts } from '../../lib/language.tsx'
import { useCounty } from '../../lib/session.ts'
import { useChange } from '../../lib/use-change.ts'
import { DataTable } from '../../ui/data-table.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { outreachKey, useTeams } from './queries.ts'
import { TeamForm } from './team-form.tsx'

/** Teams of volunteers with their head-counts. */
export function TeamsTab() {
  const t = useTexts(outreachTexts)
  const { county, may } = useCounty()
  const areas = useAreas().data
  const teams = useTeams()
  const [open, setOpen] = useState<'add' | Team>()
  const change = useChange({
    send: ({ id, ...json }: TeamChange & { id: string }, options) =>
      answer(api.counties[':county'].teams[':id'].$patch({ param: { county, id }, json }, options)),
    renews: [outreachKey(county)],
  })
  const add = may('outreach.write') && (
    <Button type="primary" onClick={() => setOpen('add')}>
      {t('teamAdd')}
    </Button>
  )
  return (
    <>
      {teams.data && teams.data.length > 0 && <div className="toolbar">{add}</div>}
      <DataTable<Team>
        label={t('tabTeams')}
        query={teams}
        rowKey={({ id }) => id}
        empty={<EmptyState title={t('teamsEmptyTitle')} hint={t('teamsEmptyHint')} action={add} />}
        columns={[
          { key: 'name', title: t('teamName'), dataIndex: 'name' },
          {
            key: 'place',
            title: t('place'),
            render: (_, { area, areaName }) => (areas?.byId.has(area) ? areas.fullName(area) : areaName),
          },
          {
            key: 'members',
            title: t('teamMembers'),
            dataIndex: 'members',
            align: 'right',
            className: 'number',
          },
          {
            key: 'state',
            title: t('teamState'),
            render: (_, { active }) => (active ? t('active') : <Tag>{t('retired')}</Tag>),
          },
          {
            key: 'actions',
            title: t('actions'),
            render: (_, team) =>
              may('outreach.write', { township: team.township, village: team.area }) && (
                <span className="row-actions">
                  <Button type="link" size="small" onClick={() => setOpen(team)}>
                    {t('edit')}
                  </Button>
                  <Button
                    type="link"
                    size="small"
                    onClick={() => change.mutate({ id: team.id, active: !team.active })}
                  >
                    {t(team.active ? 'retire' : 'restore')}
                  </Button>
                </span>
              ),
          },
        ]}
      />
      {open && <TeamForm {...(open === 'add' ? {} : { team: open })} close={() => setOpen(undefined)} />}
    </>
  )
}
