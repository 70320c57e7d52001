import { Input, InputNumber } from 'antd'
import { useState } from 'react'
import type { Team } from '../../../schema/api/outreach.ts'
import { outreachTexts } from '../../i18n/outreach.ts'
import { uiTexts } from '../../i18n/ui.ts'
import { answer, api } from '../../lib/api.ts'
import { useTexts } from '../../lib/language.tsx'
import { useCounty } from '../../lib/session.ts'
import { useChange } from '../../lib/use-change.ts'
import { useWritableAreas } from '../../lib/writable-areas.ts'
import { FormDialog } from '../../ui/form-dialog.tsx'
import { FormField } from '../../ui/form-field.tsx'
import { NameSelect } from '../../ui/name-select.tsx'
import { useUndoable } from '../../ui/undoable.ts'
import { outreachKey } from './queries.ts'

/** A team: its name, where it is at home, and how many it counts. */
export function TeamForm({ team, close }: { team?: Team; close: () => void }) {
  const t = useTexts(outreachTexts)
  const ui = useTexts(uiTexts)
  const { county, member } = useCounty()
  const say = useUndoable()
  const areas = useWritableAreas('outreach.write')
  const [name, setName] = useState(team?.name ?? '')
  const [area, setArea] = useState(team?.area ?? member.scope.id ?? '')
  const [members, setMembers] = useState<number | null>(team?.members ?? null)
  const teams = api.counties[':county'].teams
  const change = useChange({
    send: (typed: { name: string; area: string; members: number }, options): Promise<unknown> =>
      team
        ? answer(
            teams[':id'].$patch(
              { param: { county, id: team.id }, json: { name: typed.name, members: typed.members } },
              options,
            ),
          )
        : answer(teams.$post({ param: { county }, json: typed }, options)),
    renews: [outreachKey(county)],
    done: () => {
      say(t('didTeam'))
      close()
    },
  })
  const typed = name.trim()
  return (
    <FormDialog
      title={t(team ? 'teamEditTitle' : 'teamAddTitle')}
      submitLabel={ui('save')}
      busy={change.isPending}
      disabled={typed === '' || area === '' || members === null}
      error={change.error}
      submit={() => members !== null && change.mutate({ name: typed, area, members })}
      close={close}
    >
      <FormField label={t('teamName')} hint={t('teamHint')}>
        {(control) => (
          <Input
            {...control}
            autoFocus
            maxLength={100}
            value={name}
            onChange={({ target }) => setName(target.value)}
          />
        )}
      </FormField>
      {!team && (
        <FormField label={t('place')}>
          {(control) => (
            <NameSelect
              {...control}
              value={area || null}
              onChange={(value: string | null) => setArea(value ?? '')}
              options={areas}
            />
          )}
        </FormField>
      )}
      <FormField label={t('teamMembers')}>
        {(control) => (
          <InputNumber
            {...control}
            min={1}
            max={100_000}
            precision={0}
            value={members}
            onChange={setMembers}
          />
        )}
      </FormField>
    </FormDialog>
  )
}
