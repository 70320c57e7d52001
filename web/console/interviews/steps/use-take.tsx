import { type ReactNode, useState } from 'react'
import { useNavigate } from 'react-router'
import type { Consequence } from '../../../../schema/api/consequences.ts'
import type { Move } from '../../../../worker/domain/consequences/stages.ts'
import { useCounty } from '../../../lib/session.ts'
import { useFailureMessage } from '../../../ui/failure-message.ts'
import { StepDialog } from './step-dialog.tsx'
import { type AskedMove, asks, useStep } from './use-step.ts'

/**
 * How a member takes a step: at once, through a form, or, for a record, on the page of the action. `dialog` is to be
 * drawn somewhere.
 */
export function useTake(): { take: (consequence: Consequence, move: Move) => void; dialog: ReactNode } {
  const { county } = useCounty()
  const go = useNavigate()
  const taking = useStep()
  const failed = useFailureMessage()
  const [asked, setAsked] = useState<{ consequence: Consequence; move: AskedMove }>()
  const take = (consequence: Consequence, move: Move) => {
    const { id, stage } = consequence
    if (move === 'record') go(`/${county}/interviews/${id}#record`)
    else if (asks(move)) setAsked({ consequence, move })
    else taking.mutate({ id, stage, step: { move } }, { onError: failed })
  }
  return { take, dialog: asked && <StepDialog {...asked} close={() => setAsked(undefined)} /> }
}
