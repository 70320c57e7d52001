import { type CSSProperties, type PointerEvent, type RefObject, useEffect, useState } from 'react'

type Drag = { from: number; to: number; by: number; height: number; startY: number; pointer: number }

const EDGE = 72
const SCROLL = 14

/**
 * Dragging the rows of a list, all of one height, by mouse, pen or finger. Rows only seem to move until they are put
 * down: the list itself stays as it is, so that nothing under the finger is taken out of the page. Escape lets go.
 */
export function useDrag(
  list: RefObject<HTMLElement | null>,
  count: number,
  put: (from: number, to: number) => void,
) {
  const [drag, setDrag] = useState<Drag>()
  const active = drag !== undefined

  useEffect(() => {
    if (!active) return
    const follow = (event: globalThis.PointerEvent) => {
      setDrag((now) => now && (now.pointer === event.pointerId ? followed(now, event.pageY, count) : now))
      if (event.clientY < EDGE) window.scrollBy(0, -SCROLL)
      if (event.clientY > window.innerHeight - EDGE) window.scrollBy(0, SCROLL)
    }
    const stop = () => setDrag(undefined)
    const letGo = (event: KeyboardEvent) => event.key === 'Escape' && stop()
    window.addEventListener('pointermove', follow)
    window.addEventListener('pointercancel', stop)
    window.addEventListener('keydown', letGo)
    return () => {
      window.removeEventListener('pointermove', follow)
      window.removeEventListener('pointercancel', stop)
      window.removeEventListener('keydown', letGo)
    }
  }, [active, count])

  useEffect(() => {
    if (!drag) return
    const drop = (event: globalThis.PointerEvent) => {
      if (event.pointerId !== drag.pointer) return
      setDrag(undefined)
      // Where it is let go counts: the last move may not have been drawn yet.
      put(drag.from, followed(drag, event.pageY, count).to)
    }
    window.addEventListener('pointerup', drop)
    return () => window.removeEventListener('pointerup', drop)
  }, [drag, put, count])

  return {
    begin: (event: PointerEvent<HTMLElement>, from: number) => {
      const height = list.current?.children[from]?.getBoundingClientRect().height ?? 0
      if (event.button !== 0 || height === 0) return
      setDrag({ from, to: from, by: 0, height, startY: event.pageY, pointer: event.pointerId })
    },
    classOf: (at: number) => (drag?.from === at ? 'dragged' : undefined),
    styleOf: (at: number): CSSProperties | undefined => {
      const by = drag && shiftOf(drag, at)
      return by ? { transform: `translateY(${by}px)` } : undefined
    },
  }
}

function followed(drag: Drag, pageY: number, count: number): Drag {
  const by = pageY - drag.startY
  const to = Math.min(count - 1, Math.max(0, drag.from + Math.round(by / drag.height)))
  return { ...drag, by, to }
}

/** How far a row seems to have moved: the dragged one with the pointer, those it passed by one place. */
function shiftOf({ from, to, by, height }: Drag, at: number): number {
  if (at === from) return by
  if (at > from && at <= to) return -height
  return at < from && at >= to ? height : 0
}
