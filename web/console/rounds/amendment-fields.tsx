import { Button, Checkbox, InputNumber, Select } from 'antd'
import type { RoundDetail } from '../../../schema/api/boards.ts'
import type { Amendment } from '../../../schema/api/ranking.ts'
import { roundsTexts } from '../../i18n/rounds.ts'
import { useTexts } from '../../lib/language.tsx'
import { useSourceName, villageName } from '../../ui/ranking-words.ts'
import { useWhy } from './queries.ts'

/** An amendment while it is being typed; `away` takes the value away. */
export type DraftAmendment = {
  id: number
  source: string
  subject: string | undefined
  value: number | null
  exposure: number | null
  away: boolean
}

type Props = {
  round: RoundDetail
  drafts: readonly DraftAmendment[]
  change: (drafts: DraftAmendment[]) => void
  /** The village that new amendments begin with. */
  subject?: string
}

/** Amendments over the reports: which value of which village in which source becomes what. */
export function AmendmentFields({ round, drafts, change, subject }: Props) {
  const t = useTexts(roundsTexts)
  const [first] = round.policy.sources
  const add = () => {
    const id = Math.max(0, ...drafts.map((draft) => draft.id)) + 1
    change([...drafts, { id, source: first?.key ?? '', subject, value: null, exposure: null, away: false }])
  }
  return (
    <fieldset className="amendments">
      <legend>{t('amendments')}</legend>
      {drafts.map((draft, i) => (
        <AmendmentRow
          key={draft.id}
          no={i + 1}
          round={round}
          draft={draft}
          set={(part) => change(drafts.map((one) => (one.id === draft.id ? { ...one, ...part } : one)))}
          remove={() => change(drafts.filter(({ id }) => id !== draft.id))}
        />
      ))}
      <Button onClick={add}>{t('addAmendment')}</Button>
    </fieldset>
  )
}

type RowProps = {
  no: number
  round: RoundDetail
  draft: DraftAmendment
  set: (part: Partial<DraftAmendment>) => void
  remove: () => void
}

function AmendmentRow({ no, round, draft, set, remove }: RowProps) {
  const t = useTexts(roundsTexts)
  const name = useSourceName()
  const exposed = round.policy.sources.find(({ key }) => key === draft.source)?.exposed ?? false
  return (
    <div className="amendment">
      <Select
        aria-label={t('subject')}
        placeholder={t('subject')}
        style={{ width: 200 }}
        value={draft.subject}
        showSearch={{ optionFilterProp: 'label' }}
        onChange={(subject) => set({ subject })}
        options={villageOptions(round)}
      />
      <Select
        aria-label={t('source')}
        style={{ width: 140 }}
        value={draft.source}
        onChange={(source) => set({ source })}
        options={round.policy.sources.map(({ key }) => ({ value: key, label: name(key) }))}
      />
      <Standing round={round} draft={draft} />
      <InputNumber
        aria-label={t('value')}
        placeholder={t('value')}
        disabled={draft.away}
        value={draft.value}
        onChange={(value) => set({ value })}
      />
      {exposed && (
        <InputNumber
          aria-label={t('exposure')}
          placeholder={t('exposure')}
          disabled={draft.away}
          value={draft.exposure}
          onChange={(exposure) => set({ exposure })}
        />
      )}
      <Checkbox checked={draft.away} onChange={({ target }) => set({ away: target.checked })}>
        {t('takeAway')}
      </Checkbox>
      <Button type="text" aria-label={t('removeAmendment', { n: no })} onClick={remove}>
        ×
      </Button>
    </div>
  )
}

/** What the source says of the village now, so that nobody has to look it up elsewhere. */
function Standing({ round, draft: { subject, source } }: { round: RoundDetail; draft: DraftAmendment }) {
  const t = useTexts(roundsTexts)
  const why = useWhy(round.id, subject)
  if (!why.data) return null
  const found = why.data.explanation.sources.find((one) => one.source === source)
  const value = found?.value ?? null
  return <span className="soft">{value === null ? t('valueNone') : t('valueNow', { value })}</span>
}

/** The villages of a round to choose from, with their township. */
export function villageOptions({ roster }: RoundDetail) {
  return roster.map(({ id, name, townshipName }) => ({
    value: id,
    label: `${villageName(name)}（${townshipName}）`,
  }))
}

/** The amendments as the API takes them; undefined while one of them is not filled in. */
export function amendmentsOf(drafts: readonly DraftAmendment[]): Amendment[] | undefined {
  const made = drafts.flatMap(({ source, subject, value, exposure, away }): Amendment[] => {
    if (subject === undefined || source === '') return []
    if (away) return [{ source, subject, value: null }]
    return value === null ? [] : [{ source, subject, value, ...(exposure === null ? {} : { exposure }) }]
  })
  return made.length === drafts.length ? made : undefined
}
