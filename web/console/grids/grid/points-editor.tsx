import { ArrowDownOutlined, ArrowUpOutlined, DeleteOutlined } from '@ant-design/icons'
import { Button, Input } from 'antd'
import { useState } from 'react'
import type { GridPoint, GridPoints } from '../../../../schema/api/field.ts'
import { gridsTexts } from '../../../i18n/grids.ts'
import { answer, api } from '../../../lib/api.ts'
import { useTexts } from '../../../lib/language.tsx'
import { newUuid } from '../../../lib/request-key.ts'
import { useCounty } from '../../../lib/session.ts'
import { useChange } from '../../../lib/use-change.ts'
import { ErrorState } from '../../../ui/error-state.tsx'
import { FormField } from '../../../ui/form-field.tsx'
import { useUndoable } from '../../../ui/undoable.ts'
import { gridsKey } from '../queries.ts'
import { isSame, moved, namesIn, type Point, pointsOf } from './point-list.ts'

type Props = { grid: string; points: readonly GridPoint[]; editable: boolean }

/** The points a grid's patrols pass, in their order: renamed, moved, left out, and added by pasting a column. */
export function PointsEditor({ grid, points, editable }: Props) {
  const t = useTexts(gridsTexts)
  const { county } = useCounty()
  const said = useUndoable()
  const [draft, setDraft] = useState<Point[]>(() => pointsOf(points))
  const [pasted, setPasted] = useState('')
  const change = useChange({
    send: (json: GridPoints, options) =>
      answer(
        api.counties[':county'].grids[':id'].points.$put({ param: { county, id: grid }, json }, options),
      ),
    renews: [gridsKey(county)],
    done: () => said(t('pointsSaved')),
  })
  if (!editable) {
    if (points.length === 0) return <p className="soft">{t('noPoints')}</p>
    return (
      <ol className="grid-points">
        {points.map(({ id, name }) => (
          <li key={id}>{name}</li>
        ))}
      </ol>
    )
  }
  const added = namesIn(pasted).filter((name) => !draft.some((point) => point.name === name))
  const add = () => {
    setDraft([...draft, ...added.map((name) => ({ id: newUuid(), name }))])
    setPasted('')
  }
  const unnamed = draft.some(({ name }) => name.trim() === '')
  return (
    <div className="points-editor">
      {draft.length === 0 && <p className="soft">{t('noPoints')}</p>}
      <ol className="grid-points">
        {draft.map((point, at) => (
          <PointLine
            key={point.id}
            point={point}
            at={at}
            last={at === draft.length - 1}
            rename={(name) => setDraft(draft.map((one) => (one === point ? { ...one, name } : one)))}
            move={(by) => setDraft(moved(draft, at, by))}
            remove={() => setDraft(draft.filter((one) => one !== point))}
          />
        ))}
      </ol>
      <FormField label={t('addPoints')} hint={t('addPointsHint')}>
        {(control) => (
          <Input.TextArea
            {...control}
            rows={3}
            value={pasted}
            onChange={({ target }) => setPasted(target.value)}
          />
        )}
      </FormField>
      {change.error !== null && <ErrorState error={change.error} />}
      <div className="toolbar">
        <Button disabled={added.length === 0} onClick={add}>
          {t('addN', { n: added.length })}
        </Button>
        <Button
          type="primary"
          loading={change.isPending}
          disabled={unnamed || isSame(points, draft)}
          onClick={() =>
            change.mutate({
              points: draft.map((point) => ({ ...point, name: point.name.trim() })),
              seen: points.map(({ id }) => id),
            })
          }
        >
          {t('savePoints')}
        </Button>
      </div>
    </div>
  )
}

type LineProps = {
  point: Point
  at: number
  last: boolean
  rename: (name: string) => void
  move: (by: -1 | 1) => void
  remove: () => void
}

function PointLine({ point, at, last, rename, move, remove }: LineProps) {
  const t = useTexts(gridsTexts)
  const { name } = point
  return (
    <li>
      <Input
        aria-label={t('pointName', { n: at + 1 })}
        maxLength={100}
        value={name}
        {...(name.trim() === '' ? { status: 'error' as const } : {})}
        onChange={({ target }) => rename(target.value)}
      />
      <Button
        aria-label={t('moveUp', { name })}
        icon={<ArrowUpOutlined />}
        disabled={at === 0}
        onClick={() => move(-1)}
      />
      <Button
        aria-label={t('moveDown', { name })}
        icon={<ArrowDownOutlined />}
        disabled={last}
        onClick={() => move(1)}
      />
      <Button aria-label={t('removePoint', { name })} icon={<DeleteOutlined />} onClick={remove} />
    </li>
  )
}
