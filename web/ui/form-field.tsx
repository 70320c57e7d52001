import { type ReactNode, useId } from 'react'

type Props = {
  label: string
  hint?: string | undefined
  error?: string | undefined
  /** Draws the control with the id its label points to and the ids of what is said about it. */
  children: (control: { id: string; 'aria-describedby'?: string; status?: 'error' }) => ReactNode
}

/** A labelled control in a console form, with its hint and what the server said about it. */
export function FormField({ label, hint, error, children }: Props) {
  const id = useId()
  const described = error !== undefined || hint !== undefined ? { 'aria-describedby': `${id}s` } : {}
  return (
    <div className="form-field">
      <label htmlFor={id}>{label}</label>
      {children({ id, ...described, ...(error === undefined ? {} : { status: 'error' as const }) })}
      {(error !== undefined || hint !== undefined) && (
        <p id={`${id}s`} className={error === undefined ? 'soft' : 'wrong'}>
          {error ?? hint}
        </p>
      )}
    </div>
  )
}
