import { Select } from 'antd'

type Props = {
  label: string
  none: string
  value: string | undefined
  options: { value: string; label: string }[]
  choose: (value: string) => void
}

/** A filter with one of some values, or none: the empty text. */
export function Choice({ label, none, value = '', options, choose }: Props) {
  return (
    <Select
      aria-label={label}
      popupMatchSelectWidth={false}
      value={value}
      onChange={choose}
      options={[{ value: '', label: none }, ...options]}
    />
  )
}
