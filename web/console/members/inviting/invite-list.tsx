import { Button, Input, Table } from 'antd'
import { useState } from 'react'
import { membersTexts } from '../../../i18n/members.ts'
import { rolesTexts } from '../../../i18n/roles.ts'
import { uiTexts } from '../../../i18n/ui.ts'
import { useAreas, useUnits } from '../../../lib/county-areas.ts'
import { useTexts } from '../../../lib/language.tsx'
import { ApiProblem } from '../../../lib/problem.ts'
import { BatchDialog } from '../../../ui/batch-dialog.tsx'
import { ErrorState } from '../../../ui/error-state.tsx'
import { FormField } from '../../../ui/form-field.tsx'
import type { Link } from '../link-dialog.tsx'
import { draftList } from './draft-list.ts'
import { type ListRow, readList } from './read-list.ts'
import { useInviteList } from './use-invite-list.ts'
import { useListWords } from './use-scope-choices.ts'

type Props = { close: () => void; invited: (links: Link[]) => void }

/** Many invitations from a pasted list: checked line by line, then sent all at once. */
export function InviteList({ close, invited }: Props) {
  const t = useTexts(membersTexts)
  const ui = useTexts(uiTexts)
  const roleName = useTexts(rolesTexts)
  const areas = useAreas().data
  const units = useUnits().data
  const words = useListWords()
  const [pasted, setPasted] = useState('')
  const invite = useInviteList(invited)
  const rows = words ? readList(pasted, words) : []
  const wrong = rows.filter(({ fault }) => fault !== undefined).length
  const problem = invite.error instanceof ApiProblem ? invite.error : undefined
  const refusal = ({ row }: ListRow) =>
    problem?.at(`members.${row - 1}.login`) ?? problem?.at(`members.${row - 1}.scope`)
  const placed = rows.some((row) => refusal(row) !== undefined)
  const draft = async () => {
    if (!areas || !units) return
    const groups = units.filter(({ kind, active }) => active && kind === 'group')
    const said = {
      reporter: (township: string) => t('reporterOf', { township }),
      inspector: (group: string) => t('inspectorOf', { group }),
    }
    const roles = { reporter: roleName('township_reporter'), inspector: roleName('inspector') }
    setPasted(await draftList(areas, groups, said, roles))
  }
  const send = () =>
    invite.mutate(
      rows.flatMap(({ name, login, role, scope }) =>
        role === undefined ? [] : [{ name, login, role, ...(scope === undefined ? {} : { scope }) }],
      ),
    )
  return (
    <BatchDialog
      title={t('inviteList')}
      applyLabel={t('inviteMany', { n: rows.length })}
      disabled={rows.length === 0 || rows.length > 200 || wrong > 0}
      width={860}
      busy={invite.isPending}
      apply={send}
      close={close}
    >
      <FormField label={t('list')} hint={t('listHint')}>
        {(control) => (
          <Input.TextArea
            {...control}
            autoFocus
            autoSize={{ minRows: 4, maxRows: 10 }}
            value={pasted}
            onChange={(event) => setPasted(event.target.value)}
          />
        )}
      </FormField>
      <p>
        <Button disabled={!areas || !units} onClick={draft}>
          {t('draftList')}
        </Button>
      </p>
      {rows.length > 200 && <p className="wrong">{t('tooMany')}</p>}
      {problem && !placed && <ErrorState error={problem} />}
      {invite.error && !problem && <ErrorState error={invite.error} />}
      {rows.length > 0 && (
        <>
          <p role="status">
            {ui('rowsRight', { n: rows.length - wrong })}
            {wrong > 0 && <strong className="wrong"> · {ui('rowsWrong', { n: wrong })}</strong>}
          </p>
          <Table<ListRow>
            aria-label={t('inviteList')}
            size="small"
            pagination={false}
            scroll={{ x: 'max-content', y: 320 }}
            dataSource={rows}
            rowKey={({ row }) => row}
            columns={[
              { key: 'row', title: ui('rowColumn'), dataIndex: 'row', width: 56, align: 'right' },
              { key: 'name', title: t('name'), dataIndex: 'name' },
              { key: 'login', title: t('login'), dataIndex: 'login' },
              {
                key: 'role',
                title: t('role'),
                render: (_, { role, roleText }) => (role === undefined ? roleText : roleName(role)),
              },
              {
                key: 'scope',
                title: t('scope'),
                render: (_, { scope, scopeText }) =>
                  words?.scopes.find(({ value }) => value === scope)?.label ?? scopeText,
              },
              {
                key: 'fault',
                title: ui('problemColumn'),
                render: (_, row) => {
                  const said = row.fault === undefined ? refusal(row) : t(`fault_${row.fault}`)
                  return said !== undefined && <span className="wrong">{said}</span>
                },
              },
            ]}
          />
        </>
      )}
    </BatchDialog>
  )
}
