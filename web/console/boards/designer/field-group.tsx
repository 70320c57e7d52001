import { type ReactNode, useId } from 'react'

type Props = {
  label: string
  hint?: string | undefined
  /** What is wrong with these fields, in words. */
  problem?: string | undefined
  children: ReactNode
}

/** Some fields that belong together, with their name, a hint, and what is wrong with them. */
export function FieldGroup({ label, hint, problem, children }: Props) {
  const id = useId()
  return (
    <fieldset
      className="field-group"
      {...(problem !== undefined || hint !== undefined ? { 'aria-describedby': `${id}said` } : {})}
    >
      <legend>{label}</legend>
      <div className="field-row">{children}</div>
      {(problem !== undefined || hint !== undefined) && (
        <p id={`${id}said`} className={problem === undefined ? 'soft' : 'wrong'}>
          {problem ?? hint}
        </p>
      )}
    </fieldset>
  )
}
