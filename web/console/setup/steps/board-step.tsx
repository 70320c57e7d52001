import { Button, Input, Select } from 'antd'
import { useState } from 'react'
import { Link } from 'react-router'
import { type Cadence, weekdays } from '../../../../schema/api/boards.ts'
import { threeColourTemplate } from '../../../../worker/domain/ranking/template.ts'
import { setupTexts } from '../../../i18n/setup.ts'
import { answer, api } from '../../../lib/api.ts'
import { useBoards } from '../../../lib/boards.ts'
import { shanghaiDay } from '../../../lib/dates.ts'
import { useTexts } from '../../../lib/language.tsx'
import { newUuid } from '../../../lib/request-key.ts'
import { useCounty } from '../../../lib/session.ts'
import { useChange } from '../../../lib/use-change.ts'
import { ErrorState } from '../../../ui/error-state.tsx'
import { FormField } from '../../../ui/form-field.tsx'

type Weekly = Extract<Cadence, { every: 'week' }>

/** The three-colour board from its template: a campaign's name and a closing time are all it needs. */
export function BoardStep() {
  const t = useTexts(setupTexts)
  const { county } = useCounty()
  const boards = useBoards()
  const active = (boards.data ?? []).filter((board) => board.active)
  if (!boards.data) return <div className="loading" />
  return (
    <>
      {active.length > 0 && (
        <ul className="wizard-list">
          {active.map(({ id, name }) => (
            <li key={id}>
              <Link to={`/${county}/boards/${id}`}>{name}</Link>
            </li>
          ))}
        </ul>
      )}
      {active.length === 0 && <NewBoard />}
      <p className="wizard-actions">
        <Link to={`/${county}/boards/new`}>{t('toNewBoard')}</Link>
      </p>
    </>
  )
}

function NewBoard() {
  const t = useTexts(setupTexts)
  const { may } = useCounty()
  const [campaign, setCampaign] = useState(t('campaignStart'))
  const [name, setName] = useState(t('boardStart'))
  const [closesOn, setClosesOn] = useState<Weekly['closesOn']>('friday')
  const [closesAt, setClosesAt] = useState('18:00')
  const making = useFirstBoard()
  if (!may('board.write')) return null
  const complete = campaign.trim() !== '' && name.trim() !== '' && closesAt !== ''
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        if (complete && !making.isPending)
          making.mutate({ campaign: campaign.trim(), name: name.trim(), closesOn, closesAt })
      }}
    >
      <FormField label={t('campaign')}>
        {(control) => (
          <Input
            {...control}
            maxLength={100}
            value={campaign}
            onChange={(event) => setCampaign(event.target.value)}
          />
        )}
      </FormField>
      <FormField label={t('boardName')}>
        {(control) => (
          <Input
            {...control}
            maxLength={100}
            value={name}
            onChange={(event) => setName(event.target.value)}
          />
        )}
      </FormField>
      <div className="inline-form">
        <FormField label={t('closesOn')}>
          {(control) => (
            <Select<Weekly['closesOn']>
              {...control}
              style={{ width: 140 }}
              value={closesOn}
              onChange={setClosesOn}
              options={weekdays.map((day) => ({ value: day, label: t(`on_${day}`) }))}
            />
          )}
        </FormField>
        <FormField label={t('closesAt')}>
          {(control) => (
            <Input
              {...control}
              type="time"
              style={{ width: 120 }}
              value={closesAt}
              onChange={(event) => setClosesAt(event.target.value)}
            />
          )}
        </FormField>
      </div>
      <p className="soft">{t('templateSays')}</p>
      {making.error && <ErrorState error={making.error} />}
      <Button type="primary" htmlType="submit" disabled={!complete} loading={making.isPending}>
        {t('makeBoard')}
      </Button>
    </form>
  )
}

function useFirstBoard() {
  const { county } = useCounty()
  // Sent again after a lost answer, both are the same ones.
  const [campaignId] = useState(newUuid)
  return useChange({
    send: async (wanted: { campaign: string; name: string } & Omit<Weekly, 'every'>, options) => {
      const year = shanghaiDay(Date.now()).slice(0, 4)
      const campaign = {
        ...{ id: campaignId, name: wanted.campaign },
        ...{ startsOn: `${year}-01-01`, endsOn: `${year}-12-31` },
      }
      const keyed = { headers: { 'idempotency-key': campaignId } }
      const made = await answer(
        api.counties[':county'].campaigns.$post({ param: { county }, json: campaign }, keyed),
      )
      const json = {
        ...{ campaign: made.id, name: wanted.name, subject: 'village' as const, policy: threeColourTemplate },
        cadence: { every: 'week' as const, closesOn: wanted.closesOn, closesAt: wanted.closesAt },
      }
      return answer(api.counties[':county'].boards.$post({ param: { county }, json }, options))
    },
    renews: [
      [county, 'boards'],
      [county, 'campaigns'],
      [county, 'setup'],
    ],
  })
}
