import { HolderOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { type KeyboardEvent, useRef } from 'react'
import type { RosterEntry } from '../../../../schema/api/boards.ts'
import { entryTexts } from '../../../i18n/entry.ts'
import { useTexts } from '../../../lib/language.tsx'
import { villageName } from '../../../ui/ranking-words.ts'
import { type CellStore, useCells } from './cell-store.ts'
import {
  appended,
  cellsOfOrder,
  moved,
  type Order,
  orderOf,
  placesOf,
  removed,
  tiedOrParted,
} from './ranks.ts'
import { useDrag } from './use-drag.ts'

type Props = {
  store: CellStore
  villages: readonly RosterEntry[]
  say: (text: string) => void
}

/** Ranks by putting villages in order: dragged by mouse or finger, or moved with Alt and the arrows. */
export function OrderList({ store, villages, say }: Props) {
  const t = useTexts(entryTexts)
  const list = useRef<HTMLOListElement>(null)
  const cells = useCells(store)
  const order = orderOf(cells, villages)
  const places = placesOf(order.ranked)
  const names = new Map(villages.map(({ id, name }) => [id, villageName(name)]))
  const nameOf = (id: string) => names.get(id) ?? id
  const take = (next: Order) => store.change(cellsOfOrder(next, store.all()))
  const put = (from: number, to: number) => {
    const village = order.ranked[from]
    if (!village || to < 0 || to >= order.ranked.length || from === to) return
    take(moved(order, from, to))
    say(t('movedTo', { name: nameOf(village.id), place: to + 1, of: order.ranked.length }))
  }
  const drag = useDrag(list, order.ranked.length, put)
  const withKeys = (event: KeyboardEvent, at: number) => {
    const to = destination(event.key, at, order.ranked.length)
    if (to === undefined) return
    event.preventDefault()
    if (event.altKey) put(at, to)
    // The handle moves along with its row; without Alt the focus goes to the next one.
    else list.current?.querySelectorAll<HTMLElement>('.handle')[to]?.focus()
  }
  const append = (ids: readonly string[]) => {
    take(appended(order, ids))
    const [first = ''] = ids
    const place = order.ranked.length + ids.length
    say(ids.length > 1 ? t('allPlaced', { n: ids.length }) : t('placed', { name: nameOf(first), place }))
  }
  return (
    <section aria-label={t('order')}>
      <p className="soft">{t('orderHint')}</p>
      <ol className="order" ref={list}>
        {order.ranked.map(({ id, tied }, at) => (
          <li key={id} className={drag.classOf(at)} style={drag.styleOf(at)}>
            <Button
              type="text"
              className="handle"
              icon={<HolderOutlined aria-hidden />}
              aria-label={t('handle', { name: nameOf(id), place: places[at] ?? 0, of: order.ranked.length })}
              data-village={id}
              onPointerDown={(event) => drag.begin(event, at)}
              onKeyDown={(event) => withKeys(event, at)}
            />
            <span className="place">{places[at]}</span>
            <span className="name">{nameOf(id)}</span>
            <Button
              size="small"
              type={tied ? 'primary' : 'default'}
              ghost={tied}
              aria-pressed={tied}
              aria-label={t('tieOf', { name: nameOf(id) })}
              disabled={at === 0}
              onClick={() => take(tiedOrParted(order, at))}
            >
              {t('tie')}
            </Button>
            <Button
              size="small"
              type="text"
              aria-label={t('takeOut', { name: nameOf(id) })}
              onClick={() => take(removed(order, at))}
            >
              ×
            </Button>
          </li>
        ))}
      </ol>
      {order.rest.length > 0 && (
        <>
          <h2>{t('notPlaced', { n: order.rest.length })}</h2>
          <p className="soft">{t('notPlacedHint')}</p>
          <div className="toolbar">
            {order.rest.map((id) => (
              <Button key={id} onClick={() => append([id])}>
                {nameOf(id)}
              </Button>
            ))}
          </div>
          <Button type="link" onClick={() => append(order.rest)}>
            {t('placeAll')}
          </Button>
        </>
      )}
    </section>
  )
}

function destination(key: string, at: number, of: number): number | undefined {
  switch (key) {
    case 'ArrowUp':
      return Math.max(0, at - 1)
    case 'ArrowDown':
      return Math.min(of - 1, at + 1)
    case 'Home':
      return 0
    case 'End':
      return of - 1
    default:
      return undefined
  }
}
