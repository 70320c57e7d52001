import type { Consequence, Schedule, Stage } from '../../../../schema/api/consequences.ts'
import type { Move } from '../../../../worker/domain/consequences/stages.ts'
import { interviewsTexts } from '../../../i18n/interviews.ts'
import { answer, api } from '../../../lib/api.ts'
import { useTexts } from '../../../lib/language.tsx'
import { useCounty } from '../../../lib/session.ts'
import { useChange } from '../../../lib/use-change.ts'
import { useUndoable } from '../../../ui/undoable.ts'

/** A step with what it needs said. `others`: further actions that get the same schedule. */
export type Step =
  | { move: 'schedule'; schedule: Schedule; others: readonly string[] }
  | { move: 'follow_up'; on: string }
  | { move: 'complete'; note: string }
  | { move: 'cancel'; reason: string }
  | { move: 'unschedule' | 'end_follow_up' | 'reopen' | 'restore' }

/** The step that takes another one back. */
const back = {
  schedule: 'unschedule',
  follow_up: 'end_follow_up',
  complete: 'reopen',
  cancel: 'restore',
} as const

/** Steps that lead to a form first. */
export type AskedMove = keyof typeof back
export function asks(move: Move): move is AskedMove {
  return move in back
}

/** Takes a step of an action; what can be taken back says so for a while. */
export function useStep(done: () => void = () => {}) {
  const t = useTexts(interviewsTexts)
  const { county } = useCounty()
  const say = useUndoable()
  const renews = [
    [county, 'consequences'],
    [county, 'commitments'],
  ]
  const undoing = useChange({
    send: ({ id, step }: { id: string; step: Step }) => sendStep(county, id, step),
    renews,
  })
  return useChange({
    send: ({ id, step }: Taken) => sendStep(county, id, step),
    renews,
    done: (_, { id, step, stage }) => {
      const undo = undoOf(step, stage)
      say(t(`said_${step.move}`), undo && (() => undoing.mutate({ id, step: { move: undo } })))
      done()
    },
  })
}

/** A step of one action; `stage` is where it stood before. */
export type Taken = Pick<Consequence, 'id' | 'stage'> & { step: Step }

/** What takes a step back; moving a date, or several actions at once, is not undone by one click. */
function undoOf(step: Step, stage: Stage) {
  if (!asks(step.move)) return undefined
  if (step.move === 'schedule' && (stage === 'scheduled' || step.others.length > 0)) return undefined
  if (step.move === 'follow_up' && stage === 'follow_up') return undefined
  return back[step.move]
}

async function sendStep(county: string, id: string, step: Step): Promise<Consequence> {
  const of = api.counties[':county'].consequences[':id']
  const param = { county, id }
  switch (step.move) {
    case 'schedule': {
      const shown = await answer(of.schedule.$put({ param, json: step.schedule }))
      for (const other of step.others)
        await answer(of.schedule.$put({ param: { county, id: other }, json: step.schedule }))
      return shown
    }
    case 'unschedule':
      return answer(of.schedule.$delete({ param }))
    case 'follow_up':
      return answer(of['follow-up'].$put({ param, json: { on: step.on } }))
    case 'end_follow_up':
      return answer(of['follow-up'].$delete({ param }))
    case 'complete':
      return answer(of.completion.$put({ param, json: step.note === '' ? {} : { note: step.note } }))
    case 'reopen':
      return answer(of.completion.$delete({ param }))
    case 'cancel':
      return answer(of.cancellation.$put({ param, json: { reason: step.reason } }))
    case 'restore':
      return answer(of.cancellation.$delete({ param }))
  }
}
