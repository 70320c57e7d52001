import { type PointerEvent, useEffect, useRef, useState } from 'react'
import { blurTexts } from '../../i18n/blur.ts'
import { useTexts } from '../../lib/language.tsx'
import { MarkBox } from './mark-box.tsx'
import { between, least, type Mark, type Rectangle } from './marks.ts'
import { blurred } from './picture.ts'

type Point = { x: number; y: number }
type Props = {
  picture: ImageData
  marks: readonly Mark[]
  tool: 'rectangle' | 'brush'
  /** The brush's width, in the picture's pixels. */
  brush: number
  addRectangle: (box: Rectangle) => void
  addStroke: (points: readonly Point[]) => void
  place: (id: string, box: Rectangle) => void
  remove: (id: string) => void
}

/** The picture as it will be seen. A drag over it marks a rectangle or paints; each rectangle is a box of its own. */
export function BlurCanvas({ picture, marks, tool, brush, addRectangle, addStroke, place, remove }: Props) {
  const t = useTexts(blurTexts)
  const frame = useRef<HTMLDivElement>(null)
  const canvas = useRef<HTMLCanvasElement>(null)
  const [drag, setDrag] = useState<readonly Point[]>([])
  const under = drag.length > 0 ? [...marks, beingMade(tool, brush, drag, picture)] : marks
  const shown = JSON.stringify(under)
  // biome-ignore lint/correctness/useExhaustiveDependencies: the marks are new on every render; what they say decides
  useEffect(() => {
    canvas.current?.getContext('2d')?.putImageData(blurred(picture, under), 0, 0)
  }, [picture, shown])

  const pointOf = ({ clientX, clientY }: PointerEvent): Point => {
    const box = frame.current?.getBoundingClientRect()
    if (!box) return { x: 0, y: 0 }
    const scale = picture.width / box.width
    return { x: (clientX - box.left) * scale, y: (clientY - box.top) * scale }
  }
  const finish = () => {
    const [from] = drag
    const to = drag.at(-1)
    setDrag([])
    if (!from || !to) return
    if (tool === 'brush') return addStroke(drag)
    if (Math.abs(to.x - from.x) < least && Math.abs(to.y - from.y) < least) return
    addRectangle(between(from, to, picture))
  }
  return (
    <div
      ref={frame}
      className="blur-canvas"
      onPointerDown={(event) => {
        if (event.button !== 0 || event.target !== canvas.current) return
        event.currentTarget.setPointerCapture(event.pointerId)
        setDrag([pointOf(event)])
      }}
      onPointerMove={(event) => {
        if (drag.length > 0) setDrag([...drag, pointOf(event)])
      }}
      onPointerUp={finish}
      onPointerCancel={() => setDrag([])}
    >
      <canvas
        ref={canvas}
        width={picture.width}
        height={picture.height}
        role="img"
        aria-label={t('picture')}
      />
      {marks.map((mark, at) =>
        mark.kind === 'rectangle' ? (
          <MarkBox
            key={mark.id}
            id={mark.id}
            no={at + 1}
            box={mark.box}
            picture={picture}
            pointOf={pointOf}
            place={(box) => place(mark.id, box)}
            remove={() => remove(mark.id)}
          />
        ) : null,
      )}
    </div>
  )
}

function beingMade(tool: Props['tool'], brush: number, drag: readonly Point[], picture: ImageData): Mark {
  const [from = { x: 0, y: 0 }] = drag
  if (tool === 'brush') return { id: 'drag', kind: 'stroke', size: brush, points: drag }
  return { id: 'drag', kind: 'rectangle', box: between(from, drag.at(-1) ?? from, picture) }
}
