import { useId } from 'react'

type Props = {
  label: string
  hint?: string
  value: string
  change: (text: string) => void
  most?: number
  rows?: number
  required?: boolean
}

/** Words, typed or spoken: the keyboard's own microphone works here. */
export function NoteField({ label, hint, value, change, most = 1000, rows = 3, required = false }: Props) {
  const id = useId()
  return (
    <div className="note">
      <label htmlFor={id}>{label}</label>
      <textarea
        id={id}
        rows={rows}
        maxLength={most}
        value={value}
        required={required}
        aria-describedby={hint === undefined ? undefined : `${id}h`}
        onChange={({ target }) => change(target.value)}
      />
      {hint !== undefined && (
        <p className="soft" id={`${id}h`}>
          {hint}
        </p>
      )}
    </div>
  )
}
