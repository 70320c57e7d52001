import type { Finding, InspectionDetail } from '../../../../schema/api/inspections.ts'
import type { SheetItem } from '../../../../schema/api/scoring-sheets.ts'
import { scoreSheet } from '../../../../worker/domain/inspections/score.ts'
import { inspectionsTexts } from '../../../i18n/inspections.ts'
import { scoringTexts } from '../../../i18n/scoring.ts'
import { useTexts } from '../../../lib/language.tsx'
import { useCounty } from '../../../lib/session.ts'
import { Left } from '../../../ui/inspections/finding-fields.tsx'
import { PhotoGallery } from '../../../ui/photos/photo-gallery.tsx'
import { MakeIssue } from './make-issue.tsx'

/** Item by item: what is left of its points and what took them off, or what was answered. */
export function ItemsFound({ inspection }: { inspection: InspectionDetail }) {
  const t = useTexts(inspectionsTexts)
  const words = useTexts(scoringTexts)
  const { of, findings, answers } = inspection
  const { items: scores } = scoreSheet(of.method, of.items, { findings, answers })
  const checklist = of.method === 'checklist'
  return (
    <>
      <h2>{t(checklist ? 'answers' : 'findings')}</h2>
      {!checklist && findings.length === 0 && <p className="soft">{t('clean')}</p>}
      <ul className="found-items">
        {of.items.map((item, at) => {
          const own = findings.filter((finding) => finding.item === item.key)
          const answer = answers[item.key]
          return (
            <li key={item.key}>
              <div className="item-head">
                <span>{item.name}</span>
                {checklist ? answer && <strong>{words(answer)}</strong> : <Left score={scores[at]} />}
              </div>
              {own.length > 0 && (
                <ul>
                  {own.map((finding) => (
                    <Found key={finding.deduction} {...{ inspection, item, finding }} />
                  ))}
                </ul>
              )}
            </li>
          )
        })}
      </ul>
    </>
  )
}

type Props = { inspection: InspectionDetail; item: SheetItem; finding: Finding }

function Found({ inspection, item, finding }: Props) {
  const t = useTexts(inspectionsTexts)
  const { may } = useCounty()
  const { count, note, photos = [] } = finding
  const deduction = item.deductions.find(({ key }) => key === finding.deduction)
  const shown = inspection.photos.filter(({ id }) => photos.includes(id))
  const off = Math.round((deduction?.points ?? 0) * 100 * count) / 100
  const name = deduction?.name ?? finding.deduction
  return (
    <li>
      <span>{t('counted', { name, n: count, off })}</span>
      {deduction && !inspection.annulled && may('issue.write') && (
        <MakeIssue {...{ inspection, item, deduction, finding }} />
      )}
      {note && <p className="said">{note}</p>}
      <PhotoGallery photos={shown} label={name} />
    </li>
  )
}
