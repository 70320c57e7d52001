import { Input } from 'antd'

type Props = {
  id: string
  'aria-describedby'?: string
  status?: 'error'
  /** A calendar day, 2026-03-06, or empty. */
  value: string
  change: (day: string) => void
}

/** A calendar day, by the browser's own picker: works with the keyboard and on every phone. */
export function DayInput({ value, change, ...control }: Props) {
  return (
    <Input
      {...control}
      type="date"
      className="day-input"
      value={value}
      onChange={(event) => change(event.target.value)}
    />
  )
}
