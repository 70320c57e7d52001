import { useState } from 'react'
import { newUuid } from '../../lib/request-key.ts'
import { centred, type Mark, type Rectangle, type Size } from './marks.ts'

/** What is marked on one picture, the last mark first to be undone. */
export function useMarks(picture: Size) {
  const [marks, setMarks] = useState<readonly Mark[]>([])
  const add = (mark: Mark) => setMarks((all) => [...all, mark])
  return {
    marks,
    addRectangle: (box: Rectangle) => {
      const id = newUuid()
      add({ id, kind: 'rectangle', box })
      return id
    },
    addCentred: () => {
      const id = newUuid()
      add({ id, kind: 'rectangle', box: centred(picture) })
      return id
    },
    addStroke: (size: number, points: readonly { x: number; y: number }[]) =>
      add({ id: newUuid(), kind: 'stroke', size, points }),
    place: (id: string, box: Rectangle) =>
      setMarks((all) =>
        all.map((one) => (one.id === id && one.kind === 'rectangle' ? { ...one, box } : one)),
      ),
    remove: (id: string) => setMarks((all) => all.filter((one) => one.id !== id)),
    undo: () => setMarks((all) => all.slice(0, -1)),
    clear: () => setMarks([]),
  }
}
