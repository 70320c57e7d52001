import { ArrowDownOutlined, ArrowUpOutlined, CloseOutlined } from '@ant-design/icons'
import { Button, Checkbox, Input, InputNumber, Select } from 'antd'
import type { Deduction, SheetItem, SheetMethod } from '../../../schema/api/scoring-sheets.ts'
import { scoringSheetsTexts } from '../../i18n/scoring-sheets.ts'
import { useCategories } from '../../lib/issue-categories.ts'
import { useTexts } from '../../lib/language.tsx'
import { freeKey } from './sheet-values.ts'

type Props = {
  no: number
  last: boolean
  method: SheetMethod
  item: SheetItem
  problemAt: (path: string) => string | undefined
  replace: (item: SheetItem) => void
  remove: () => void
  move: (by: 1 | -1) => void
}

/** One item of a sheet: its name and points, and what is taken off for each finding. */
export function ItemFields({ no, last, method, item, problemAt, replace, remove, move }: Props) {
  const t = useTexts(scoringSheetsTexts)
  const set = (part: Partial<SheetItem>) => replace({ ...item, ...part })
  const { deductions } = item
  const short = t(method === 'checklist' ? 'weightShort' : 'maxShort')
  return (
    <fieldset className="sheet-item">
      <legend>{t('itemName', { n: no })}</legend>
      <div className="row">
        <Input
          aria-label={t('itemName', { n: no })}
          maxLength={100}
          value={item.name}
          onChange={({ target }) => set({ name: target.value })}
        />
        <span className="points">
          <span aria-hidden="true">{short}</span>
          <Points label={t('max', { n: no })} value={item.max} change={(max) => set({ max })} />
        </span>
        <span className="row-actions">
          <Button
            type="text"
            icon={<ArrowUpOutlined />}
            aria-label={t('up', { n: no })}
            disabled={no === 1}
            onClick={() => move(-1)}
          />
          <Button
            type="text"
            icon={<ArrowDownOutlined />}
            aria-label={t('down', { n: no })}
            disabled={last}
            onClick={() => move(1)}
          />
          <Button
            type="text"
            icon={<CloseOutlined />}
            aria-label={t('removeItem', { n: no })}
            onClick={remove}
          />
        </span>
      </div>
      <Complaint say={problemAt('max') ?? problemAt('name') ?? problemAt('deductions')} />
      {method === 'deductions' && (
        <>
          <Checkbox
            checked={item.optional ?? false}
            onChange={({ target }) => set({ optional: target.checked })}
          >
            {t('optional')}
          </Checkbox>
          {deductions.map((one, at) => (
            <DeductionFields
              key={one.key}
              no={at + 1}
              of={no}
              deduction={one}
              complaint={problemAt(`deductions.${at}.points`) ?? problemAt(`deductions.${at}.name`)}
              replace={(next) =>
                set({ deductions: deductions.map((other) => (other === one ? next : other)) })
              }
              remove={() => set({ deductions: deductions.filter((other) => other !== one) })}
            />
          ))}
          <Button
            type="dashed"
            onClick={() =>
              set({ deductions: [...deductions, newDeduction(deductions, t('otherDeduction'))] })
            }
          >
            {t('addDeduction')}
          </Button>
        </>
      )}
    </fieldset>
  )
}

function newDeduction(others: readonly Deduction[], name: string): Deduction {
  return {
    key: freeKey(
      'd',
      others.map(({ key }) => key),
    ),
    name,
    points: 1,
  }
}

type DeductionProps = {
  no: number
  /** Number of the item it belongs to. */
  of: number
  deduction: Deduction
  complaint: string | undefined
  replace: (deduction: Deduction) => void
  remove: () => void
}

function DeductionFields({ no, of, deduction, complaint, replace, remove }: DeductionProps) {
  const t = useTexts(scoringSheetsTexts)
  const categories = useCategories().data ?? []
  const { category, ...rest } = deduction
  const label = (field: string) => `${of}.${no} ${field}`
  return (
    <div className="deduction">
      <Input
        aria-label={label(t('deduction', { n: no }))}
        maxLength={100}
        value={deduction.name}
        onChange={({ target }) => replace({ ...deduction, name: target.value })}
      />
      <Points
        label={label(t('points'))}
        value={deduction.points}
        change={(points) => replace({ ...deduction, points })}
      />
      <Select
        aria-label={label(t('category'))}
        value={category ?? ''}
        popupMatchSelectWidth={false}
        onChange={(next) => replace(next === '' ? rest : { ...rest, category: next })}
        options={[
          { value: '', label: t('noCategory') },
          ...categories
            .filter(({ id, active }) => active || id === category)
            .map(({ id, name }) => ({ value: id, label: name })),
        ]}
      />
      <Button
        type="text"
        icon={<CloseOutlined />}
        aria-label={label(t('removeDeduction', { n: no }))}
        onClick={remove}
      />
      <Complaint say={complaint} />
    </div>
  )
}

type PointsProps = { label: string; value: number; change: (points: number) => void }

function Points({ label, value, change }: PointsProps) {
  return (
    <InputNumber
      aria-label={label}
      min={0}
      max={1000}
      step={0.5}
      precision={2}
      formatter={(shown) => (shown === undefined ? '' : `${Number(shown)}`)}
      value={value}
      onChange={(next) => change(next ?? 0)}
    />
  )
}

function Complaint({ say }: { say: string | undefined }) {
  return say === undefined ? null : <p className="wrong">{say}</p>
}
