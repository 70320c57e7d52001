import type { Finding } from '../../../../schema/api/inspections.ts'
import type { ScoringSheet, SheetItem } from '../../../../schema/api/scoring-sheets.ts'
import { type ItemScore, scoreSheet } from '../../../../worker/domain/inspections/score.ts'
import { fieldInspectTexts } from '../../../i18n/field-inspect.ts'
import { scoringTexts } from '../../../i18n/scoring.ts'
import { useTexts } from '../../../lib/language.tsx'
import {
  countOf,
  type Found,
  findingOf,
  withAnswer,
  withCount,
  withMore,
} from '../../../ui/inspections/found.ts'
import { Choices } from '../../pieces/choices.tsx'
import { Counter } from '../../pieces/counter.tsx'
import { FindingMore } from './finding-more.tsx'
import { type InspectionRecord, strayFindings } from './inspection-draft.ts'

type Props = {
  id: string
  sheet: ScoringSheet
  found: Found
  /** Name of the area, for the issues made of findings. */
  area: string
  record: InspectionRecord
  change: (part: Partial<InspectionRecord>) => void
}

/** The items of a sheet: counters, or questions with their answers. */
export function SheetItems(props: Props) {
  const t = useTexts(fieldInspectTexts)
  const { sheet, found, change } = props
  const { items: scores } = scoreSheet(sheet.method, sheet.items, found)
  const set = ({ findings, answers }: Found) => change({ findings: [...findings], answers })
  const stray = strayFindings(sheet, found)
  return (
    <>
      {stray.length > 0 && (
        <div className="banner urgent">
          <p>{t('stray', { n: stray.length })}</p>
          <button
            type="button"
            className="button"
            onClick={() => set({ ...found, findings: found.findings.filter((one) => !stray.includes(one)) })}
          >
            {t('dropStray')}
          </button>
        </div>
      )}
      {sheet.items.map((item, at) =>
        sheet.method === 'checklist' ? (
          <Question key={item.key} item={item} found={found} set={set} />
        ) : (
          <Item key={item.key} {...props} item={item} score={scores[at]} set={set} />
        ),
      )}
    </>
  )
}

type Set = (found: Found) => void

function Question({ item, found, set }: { item: SheetItem; found: Found; set: Set }) {
  const words = useTexts(scoringTexts)
  return (
    <Choices
      label={item.name}
      value={found.answers[item.key]}
      choose={(answer) => set(withAnswer(found, item.key, answer))}
      options={[
        { value: 'yes', label: words('yes'), tone: 'good' },
        { value: 'no', label: words('no'), tone: 'bad' },
        { value: 'na', label: words('na') },
      ]}
    />
  )
}

function Item({
  item,
  score,
  set,
  ...props
}: Props & { item: SheetItem; score: ItemScore | undefined; set: Set }) {
  const words = useTexts(scoringTexts)
  const { found } = props
  const leftOut = found.answers[item.key] === 'na'
  const more = (finding: Finding) => (part: Partial<Finding>) => set(withMore(found, finding, part))
  return (
    <section className="item" aria-label={item.name}>
      <header>
        <h2>{item.name}</h2>
        {score && <Left score={score} />}
      </header>
      {item.optional && (
        <label className="check">
          <input
            type="checkbox"
            checked={leftOut}
            onChange={({ target }) => set(withAnswer(found, item.key, target.checked ? 'na' : undefined))}
          />
          <span>{words('leaveOut')}</span>
        </label>
      )}
      <ul>
        {(leftOut ? [] : item.deductions).map((deduction) => {
          const { key, name, points } = deduction
          const finding = findingOf(found.findings, item.key, key)
          return (
            <li key={key} className={finding ? 'deduction found' : 'deduction'}>
              <span className="what">
                {name} <span className="soft">{words('pointsEach', { points })}</span>
              </span>
              <Counter
                name={name}
                count={countOf(found, item.key, key)}
                change={(count) => set(withCount(found, item.key, key, count))}
              />
              {finding && <FindingMore {...props} {...{ item, deduction, finding }} more={more(finding)} />}
            </li>
          )
        })}
      </ul>
    </section>
  )
}

/** What an item has left of its points. */
function Left({ score }: { score: ItemScore }) {
  const words = useTexts(scoringTexts)
  if (score.left === null) return <span className="soft">{words('leftOut')}</span>
  return (
    <span className="left">
      {score.left === 0 && <span className="wrong">{words('capped')} · </span>}
      {words('left', { left: score.left, max: score.max })}
    </span>
  )
}
