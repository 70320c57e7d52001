import { Button } from 'antd'
import type { ReactNode } from 'react'
import { ApiProblem } from '../../lib/problem.ts'
import { ErrorState } from '../../ui/error-state.tsx'

type Props = {
  change: { isPending: boolean; error: unknown }
  submit: () => void
  label: string
  also?: ReactNode
  children: ReactNode
}

/** A short form that stands in the page, with what went wrong above its button unless a field says it. */
export function OneFieldForm({ change, submit, label, also, children }: Props) {
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        if (!change.isPending) submit()
      }}
    >
      {children}
      {change.error !== null && !saidByField(change.error) && <ErrorState error={change.error} />}
      <div className="toolbar">
        <Button type="primary" htmlType="submit" loading={change.isPending}>
          {label}
        </Button>
        {also}
      </div>
    </form>
  )
}

/** What stands beside a field and not above the buttons. */
export function saidByField(error: unknown): boolean {
  return error instanceof ApiProblem && ['wrong-code', 'weak-password', 'invalid'].includes(error.code)
}
