import { type PointerEvent, useRef } from 'react'
import { blurTexts } from '../../i18n/blur.ts'
import { useTexts } from '../../lib/language.tsx'
import { inside, keyed, type Rectangle, type Size } from './marks.ts'

type Point = { x: number; y: number }
type Props = {
  id: string
  no: number
  box: Rectangle
  picture: Size
  pointOf: (event: PointerEvent) => Point
  place: (box: Rectangle) => void
  remove: () => void
}

/** One rectangle: dragged to move it, at its corner to change its size; arrows and Shift + arrows do the same. */
export function MarkBox({ id, no, box, picture, pointOf, place, remove }: Props) {
  const t = useTexts(blurTexts)
  const held = useRef<{ from: Point; box: Rectangle; corner: boolean }>(undefined)
  const percent = (part: number, whole: number) => `${(part / whole) * 100}%`
  const spoken = { x: box.x, y: box.y, w: box.width, h: box.height }
  return (
    <button
      type="button"
      id={`mark-${id}`}
      className="mark-box"
      aria-label={`${t('region', { n: no })} · ${t('where', spoken)}`}
      title={t('keys')}
      style={{
        left: percent(box.x, picture.width),
        top: percent(box.y, picture.height),
        width: percent(box.width, picture.width),
        height: percent(box.height, picture.height),
      }}
      onKeyDown={(event) => {
        if (event.key === 'Delete' || event.key === 'Backspace') {
          event.preventDefault()
          return remove()
        }
        const moved = keyed(box, event.key, event.shiftKey, picture)
        if (!moved) return
        event.preventDefault()
        place(moved)
      }}
      onPointerDown={(event) => {
        event.currentTarget.setPointerCapture(event.pointerId)
        const corner = event.target instanceof HTMLElement && event.target.className === 'mark-corner'
        held.current = { from: pointOf(event), box, corner }
      }}
      onPointerMove={(event) => {
        const start = held.current
        if (!start) return
        const to = pointOf(event)
        const [dx, dy] = [to.x - start.from.x, to.y - start.from.y]
        const { x, y, width, height } = start.box
        const moved = start.corner
          ? { x, y, width: width + dx, height: height + dy }
          : { x: x + dx, y: y + dy, width, height }
        place(inside(moved, picture))
      }}
      onPointerUp={() => {
        held.current = undefined
      }}
      onPointerCancel={() => {
        held.current = undefined
      }}
    >
      <span className="mark-corner" aria-hidden="true" />
    </button>
  )
}
