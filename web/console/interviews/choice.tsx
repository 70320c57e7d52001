import { Select } from 'antd'

type Props<Value extends string> = {
  label: string
  none: string
  value: Value | undefined
  options: { value: Value; label: string }[]
  choose: (value: Value | undefined) => void
}

/** A filter with one of some values, or none. */
export function Choice<Value extends string>({ label, none, value, options, choose }: Props<Value>) {
  return (
    <Select<Value | ''>
      aria-label={label}
      className="choice"
      popupMatchSelectWidth={false}
      value={value ?? ''}
      onChange={(next) => choose(next === '' ? undefined : next)}
      options={[{ value: '', label: none }, ...options]}
    />
  )
}
