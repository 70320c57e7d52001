import { MinusOutlined, PlusOutlined } from '@ant-design/icons'
import { Button, Checkbox, Input, Radio } from 'antd'
import type { ReactNode } from 'react'
import type { Finding } from '../../../schema/api/inspections.ts'
import type { Deduction, SheetItem, SheetItems, SheetMethod } from '../../../schema/api/scoring-sheets.ts'
import { type ItemScore, scoreSheet } from '../../../worker/domain/inspections/score.ts'
import { scoringTexts } from '../../i18n/scoring.ts'
import { useTexts } from '../../lib/language.tsx'
import { countOf, type Found, findingOf, withAnswer, withCount } from './found.ts'
import './inspections.css'

type Props = {
  method: SheetMethod
  items: SheetItems
  found: Found
  change: (found: Found) => void
  /** Drawn below a deduction that has been found: its note, its photos. */
  more?: ((finding: Finding, deduction: Deduction) => ReactNode) | undefined
}

/** A scoring sheet to fill in: a counter for each deduction, or an answer for each question; big enough for a thumb. */
export function FindingFields({ method, items, found, change, more }: Props) {
  const { items: scores } = scoreSheet(method, items, found)
  return (
    <div className="finding-fields">
      {items.map((item, at) =>
        method === 'checklist' ? (
          <Question key={item.key} {...{ item, found, change }} />
        ) : (
          <Item key={item.key} {...{ item, found, change, more }} score={scores[at]} />
        ),
      )}
    </div>
  )
}

type ItemProps = Omit<Props, 'method' | 'items'> & { item: SheetItem }

function Question({ item, found, change }: ItemProps) {
  const t = useTexts(scoringTexts)
  return (
    <fieldset className="question">
      <legend>{item.name}</legend>
      <Radio.Group
        aria-label={t('answer', { name: item.name })}
        optionType="button"
        value={found.answers[item.key] ?? null}
        onChange={({ target }) => change(withAnswer(found, item.key, target.value))}
        options={(['yes', 'no', 'na'] as const).map((value) => ({ value, label: t(value) }))}
      />
    </fieldset>
  )
}

function Item({ item, found, change, more, score }: ItemProps & { score: ItemScore | undefined }) {
  const t = useTexts(scoringTexts)
  const leftOut = found.answers[item.key] === 'na'
  return (
    <section className="scored-item" aria-label={item.name}>
      <header>
        <strong>{item.name}</strong>
        <Left score={score} />
      </header>
      {item.optional && (
        <Checkbox
          checked={leftOut}
          onChange={({ target }) => change(withAnswer(found, item.key, target.checked ? 'na' : undefined))}
        >
          {t('leaveOut')}
        </Checkbox>
      )}
      {!leftOut && (
        <ul>
          {item.deductions.map((deduction) => (
            <Counter key={deduction.key} {...{ item, deduction, found, change, more }} />
          ))}
        </ul>
      )}
    </section>
  )
}

/** What an item has left of its points. */
export function Left({ score }: { score: ItemScore | undefined }) {
  const t = useTexts(scoringTexts)
  if (!score) return null
  if (score.left === null) return <span className="soft">{t('leftOut')}</span>
  return (
    <span className="left">
      {score.left === 0 && <span className="wrong">{t('capped')} · </span>}
      {t('left', { left: score.left, max: score.max })}
    </span>
  )
}

function Counter({ item, deduction, found, change, more }: ItemProps & { deduction: Deduction }) {
  const t = useTexts(scoringTexts)
  const { name, points } = deduction
  const count = countOf(found, item.key, deduction.key)
  const set = (next: number) => change(withCount(found, item.key, deduction.key, next))
  const finding = findingOf(found.findings, item.key, deduction.key)
  return (
    <li className={count > 0 ? 'counter found' : 'counter'}>
      <span>
        {name} <span className="soft">{t('pointsEach', { points })}</span>
      </span>
      <span className="counts">
        <Button
          icon={<MinusOutlined />}
          aria-label={t('fewer', { name })}
          disabled={count === 0}
          onClick={() => set(count - 1)}
        />
        <Input
          inputMode="numeric"
          aria-label={t('times', { name })}
          value={count}
          onChange={({ target }) => set(Number(target.value))}
        />
        <Button icon={<PlusOutlined />} aria-label={t('more', { name })} onClick={() => set(count + 1)} />
      </span>
      {finding && more && <div className="more">{more(finding, deduction)}</div>}
    </li>
  )
}
