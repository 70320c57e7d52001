import { useState } from 'react'
import type { FieldBundle } from '../../../../schema/api/field.ts'
import { scoreSheet } from '../../../../worker/domain/inspections/score.ts'
import { fieldInspectTexts } from '../../../i18n/field-inspect.ts'
import { scoringTexts } from '../../../i18n/scoring.ts'
import { useDates } from '../../../lib/dates.ts'
import { useTexts } from '../../../lib/language.tsx'
import { villageName } from '../../../ui/ranking-words.ts'
import { useField } from '../../field-context.tsx'
import { Picture } from '../../pieces/picture.tsx'
import { go, Link } from '../../pieces/router.tsx'
import { Screen } from '../../pieces/screen.tsx'
import { useBundle, usePhotosOf, useRecords } from '../../pieces/stored.ts'
import { useToast } from '../../pieces/toast.tsx'
import { type Draft, useDraft } from '../../pieces/use-draft.ts'
import { madeOf } from './finding-issue.ts'
import { finishInspection } from './finish-inspection.ts'
import { foundIn, type InspectionRecord, unanswered } from './inspection-draft.ts'
import { sheetOf } from './kept-sheets.ts'

/** The inspection before it is finished: the score and what took points off. */
export function SummaryPage({ id }: { id: string }) {
  const t = useTexts(fieldInspectTexts)
  const bundle = useBundle()
  const draft = useDraft(id, 'inspection')
  if (!bundle || draft.state !== 'open' || !draft.body) {
    return (
      <Screen title={t('summary')} back={`/inspections/${id}`}>
        {draft.state === 'locked' && <p>{t('onItsWay')}</p>}
      </Screen>
    )
  }
  return <Summary id={id} bundle={bundle} draft={draft} record={draft.body.record} />
}

type SummaryProps = {
  id: string
  bundle: FieldBundle
  draft: Draft<'inspection'>
  record: InspectionRecord
}

function Summary({ id, bundle, draft, record }: SummaryProps) {
  const t = useTexts(fieldInspectTexts)
  const words = useTexts(scoringTexts)
  const dates = useDates()
  const { store } = useField()
  const say = useToast()
  const photos = usePhotosOf(id)
  const made = madeOf(useRecords() ?? [], id)
  const [busy, setBusy] = useState(false)
  const sheet = sheetOf(bundle, record)
  const area = bundle.areas.find((one) => one.id === record.subject)
  const name = area ? villageName(area.name) : draft.title
  if (!sheet)
    return (
      <Screen title={name} back={`/inspections/${id}`}>
        {t('sheetGone')}
      </Screen>
    )
  const found = foundIn(record)
  const { score, items } = scoreSheet(sheet.method, sheet.items, found)
  const missing = unanswered(sheet, found)
  const finish = async () => {
    setBusy(true)
    await finishInspection(store, { id, area: name, record, sheet }, bundle.member.role, Date.now())
    say(t('finished', { name }))
    go('/', { replace: true })
  }
  return (
    <Screen
      title={name}
      back={`/inspections/${id}`}
      about={t('beganAt', { at: dates.momentShort(record.startedAt ?? Date.now()) })}
      actions={
        <>
          <Link className="button" to={`/inspections/${id}`} replace>
            {t('goOn')}
          </Link>
          <button
            type="button"
            className="button primary"
            disabled={busy || missing.length > 0}
            onClick={finish}
          >
            {t('finish')}
          </button>
        </>
      }
    >
      <p className="big-score">
        <span className="soft">{words('score')}</span>
        <strong>{score === null ? words('noScore') : score.toFixed(2)}</strong>
      </p>
      {missing.length > 0 && (
        <p className="fault" role="alert">
          {t('missing', { n: missing.length, names: missing.map((item) => item.name).join(t('comma')) })}
        </p>
      )}
      <h2>{t('whatIsOff')}</h2>
      <ul className="off">
        {sheet.items.map((item, at) => {
          const off = items[at]?.off ?? 0
          const names = item.deductions.flatMap(({ key, name }) => {
            const one = found.findings.find(({ item: of, deduction }) => of === item.key && deduction === key)
            return one ? [`${name} × ${one.count}`] : []
          })
          const leftOut = items[at]?.left === null
          if (off === 0 && !leftOut && names.length === 0) return null
          return (
            <li key={item.key}>
              <span>
                <strong>{item.name}</strong> <span className="soft">{names.join(t('comma'))}</span>
              </span>
              <strong>{leftOut ? t('notScored') : t('off', { points: off })}</strong>
            </li>
          )
        })}
      </ul>
      {items.every(({ off, left }) => off === 0 && left !== null) && <p>{t('nothingOff')}</p>}
      {made.length > 0 && <p>{t('issuesMade', { n: made.length })}</p>}
      <h2>{t('photoCount', { n: photos.length })}</h2>
      <ul className="thumbs">
        {photos.map(({ id: photo }, at) => (
          <li key={photo}>
            <Picture photo={photo} alt={t('nthPhoto', { n: at + 1 })} />
          </li>
        ))}
      </ul>
      <p className="soft">{t('finishHint')}</p>
    </Screen>
  )
}
