import { useId } from 'react'

type Props<Value extends string> = {
  label: string
  /** Whether the label is drawn, or only read out. */
  shown?: boolean
  options: readonly { value: Value; label: string; tone?: 'good' | 'bad' | undefined }[]
  value: Value | undefined
  choose: (value: Value) => void
}

/** One of a few, as wide buttons; by keyboard a group of radio buttons like any other. */
export function Choices<Value extends string>({ label, shown = true, options, value, choose }: Props<Value>) {
  const name = useId()
  return (
    <fieldset className="choices">
      <legend className={shown ? undefined : 'sr-only'}>{label}</legend>
      <div>
        {options.map((option) => (
          <label key={option.value} className={option.tone}>
            <input
              type="radio"
              name={name}
              value={option.value}
              checked={option.value === value}
              onChange={() => choose(option.value)}
            />
            <span>{option.label}</span>
          </label>
        ))}
      </div>
    </fieldset>
  )
}
