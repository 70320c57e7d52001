import { App, Button, Form, Input, Radio, Select } from 'antd'
import { useState } from 'react'
import { useNavigate } from 'react-router'
import type { Board, Cadence, NewBoard, Visibility } from '../../../schema/api/boards.ts'
import type { Policy } from '../../../schema/api/ranking.ts'
import { threeColourTemplate } from '../../../worker/domain/ranking/template.ts'
import { boardsTexts } from '../../i18n/boards.ts'
import { answer, api } from '../../lib/api.ts'
import { useBoards } from '../../lib/boards.ts'
import { shanghaiDay } from '../../lib/dates.ts'
import { useTexts } from '../../lib/language.tsx'
import { RequestKeys } from '../../lib/request-key.ts'
import { useCounty } from '../../lib/session.ts'
import { useChange } from '../../lib/use-change.ts'
import { ErrorState } from '../../ui/error-state.tsx'
import { PageHeader } from '../../ui/page-header.tsx'
import { CadenceFields } from './cadence-fields.tsx'
import './designer/designer.css'
import { PolicyFields } from './designer/policy-fields.tsx'
import { blankPolicy } from './designer/policy-values.ts'
import { Trial } from './designer/trial.tsx'
import { type PolicyDraft, usePolicy } from './designer/use-policy.ts'
import { useCampaigns, useTownships } from './queries.ts'

const fresh = 'new'

type Values = {
  campaign: string
  campaignName?: string
  startsOn?: string
  endsOn?: string
  name: string
  owner: string
  subject: 'village' | 'township'
  cadence: Cadence
  visibility: Visibility
  kind: 'template' | 'blank'
}

/** A new board, from the three-colour template or from nothing; its campaign may be made along with it. */
export function NewBoardPage() {
  const t = useTexts(boardsTexts)
  const { county, member } = useCounty()
  const campaigns = useCampaigns()
  const making = useNewBoard()
  const [form] = Form.useForm<Values>()
  const blank = Form.useWatch('kind', form) === 'blank'
  const subject = Form.useWatch('subject', form) ?? 'village'
  const draft = usePolicy(threeColourTemplate)
  const [designing, design] = useState(false)
  const shown = designing || blank
  const ownTownship = member.scope.kind === 'township' ? member.scope.id : null
  if (campaigns.isPending) return <PageHeader title={t('add')} />
  const year = shanghaiDay(Date.now()).slice(0, 4)
  return (
    <>
      <PageHeader title={t('add')} />
      <Form<Values>
        form={form}
        layout="vertical"
        className="new-board"
        initialValues={{
          campaign: campaigns.data?.[0]?.id ?? fresh,
          ...{ startsOn: `${year}-01-01`, endsOn: `${year}-12-31` },
          ...{
            name: t('nameStart'),
            owner: ownTownship ?? county,
            subject: 'village',
            visibility: 'members',
          },
          cadence: { every: 'week', closesOn: 'friday', closesAt: '18:00' },
          kind: 'template',
        }}
        onFinish={(values) => making.mutate({ ...values, policy: draft.policy })}
      >
        <Form.Item name="name" label={t('name')} extra={t('nameHint')} rules={[{ required: true }]}>
          <Input maxLength={100} autoFocus />
        </Form.Item>
        <CampaignFields />
        <OwnerField whole={county} only={ownTownship} />
        <CadenceFields />
        <Form.Item name="visibility" label={t('visibility')}>
          <Radio.Group
            options={[
              { value: 'members', label: `${t('members')}：${t('membersHint')}` },
              { value: 'public', label: `${t('public')}：${t('publicHint')}` },
            ]}
          />
        </Form.Item>
        <Form.Item name="kind" label={t('rules')} extra={blank ? undefined : t('templateHint')}>
          <Radio.Group
            optionType="button"
            onChange={({ target }) => draft.restart(startOf(target.value))}
            options={[
              { value: 'template', label: t('template') },
              { value: 'blank', label: t('blank') },
            ]}
          />
        </Form.Item>
        {shown ? (
          <Design draft={draft} subject={subject} />
        ) : (
          <p>
            <Button onClick={() => design(true)}>{t('adjust')}</Button>
          </p>
        )}
        {making.error && <ErrorState error={making.error} />}
        <Button type="primary" htmlType="submit" disabled={!draft.sound} loading={making.isPending}>
          {t('create')}
        </Button>
      </Form>
    </>
  )
}

function startOf(kind: Values['kind']): Policy {
  return kind === 'blank' ? blankPolicy : threeColourTemplate
}

/** The new board's rules, tried on the last round of another board that has at least one source in common with them. */
function Design({ draft, subject }: { draft: PolicyDraft; subject: Values['subject'] }) {
  const boards = useBoards().data ?? []
  const keys = new Set(draft.values.sources.map(({ key }) => key))
  const common = (board: Board) => board.policy.sources.filter(({ key }) => keys.has(key)).length
  const alike = boards
    .filter((board) => board.subject === subject && common(board) > 0)
    .sort((a, b) => common(b) - common(a))
  return (
    <div className="designer">
      <PolicyFields draft={draft} />
      <Trial draft={draft} boards={alike} />
    </div>
  )
}

function CampaignFields() {
  const t = useTexts(boardsTexts)
  const campaigns = useCampaigns().data ?? []
  const adding = Form.useWatch('campaign') === fresh
  return (
    <>
      <Form.Item name="campaign" label={t('campaign')}>
        <Select
          options={[
            ...campaigns.map(({ id, name }) => ({ value: id, label: name })),
            { value: fresh, label: t('newCampaign') },
          ]}
        />
      </Form.Item>
      {adding && (
        <>
          <Form.Item
            name="campaignName"
            label={t('campaignName')}
            extra={t('campaignNameHint')}
            rules={[{ required: true }]}
          >
            <Input maxLength={100} />
          </Form.Item>
          <Form.Item label={t('campaignDays')} required>
            <Form.Item name="startsOn" noStyle rules={[{ required: true }]}>
              <Input type="date" aria-label={t('campaignFrom')} style={{ width: 150 }} />
            </Form.Item>{' '}
            –{' '}
            <Form.Item name="endsOn" noStyle rules={[{ required: true }]}>
              <Input type="date" aria-label={t('campaignTo')} style={{ width: 150 }} />
            </Form.Item>
          </Form.Item>
        </>
      )}
    </>
  )
}

function OwnerField({ whole, only }: { whole: string; only: string | null }) {
  const t = useTexts(boardsTexts)
  const townships = (useTownships() ?? []).filter(({ id }) => only === null || id === only)
  return (
    <>
      <Form.Item name="owner" label={t('owner')}>
        <Select
          showSearch={{ optionFilterProp: 'label' }}
          options={[
            ...(only === null ? [{ value: whole, label: t('wholeCounty') }] : []),
            ...townships.map(({ id, name }) => ({ value: id, label: name })),
          ]}
        />
      </Form.Item>
      <Form.Item name="subject" label={t('subject')}>
        <Radio.Group
          options={[
            { value: 'village', label: t('subject_village') },
            ...(only === null ? [{ value: 'township', label: t('subject_township') }] : []),
          ]}
        />
      </Form.Item>
    </>
  )
}

function useNewBoard() {
  const t = useTexts(boardsTexts)
  const { county } = useCounty()
  const { message } = App.useApp()
  const go = useNavigate()
  const param = { county }
  // Sent again after a lost answer, the campaign of this form is the same one.
  const [campaignKeys] = useState(() => new RequestKeys())
  return useChange({
    send: async ({ policy, ...values }: Values & { policy: Policy }, options) => {
      const campaign =
        values.campaign === fresh ? await newCampaign(county, values, campaignKeys) : values.campaign
      const json: NewBoard = {
        ...{ campaign, policy, name: values.name, subject: values.subject },
        ...{ cadence: values.cadence, visibility: values.visibility },
        ...(values.owner === county ? {} : { owner: values.owner }),
      }
      return answer(api.counties[':county'].boards.$post({ param, json }, options))
    },
    renews: [
      [county, 'boards'],
      [county, 'campaigns'],
    ],
    done: ({ id, warnings = [] }) => {
      message.success(t('created'))
      for (const code of warnings) message.warning(t(`warning_${code}`), 8)
      go(`/${county}/boards/${id}`)
    },
  })
}

async function newCampaign(county: string, values: Values, keys: RequestKeys): Promise<string> {
  const { campaignName: name = '', startsOn = '', endsOn = '' } = values
  const json = { name, startsOn, endsOn }
  const options = { headers: { 'idempotency-key': keys.keyFor(json) } }
  const { id } = await answer(api.counties[':county'].campaigns.$post({ param: { county }, json }, options))
  return id
}
