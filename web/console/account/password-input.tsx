import { Input } from 'antd'
import { FormField } from '../../ui/form-field.tsx'

type Props = {
  label: string
  hint?: string
  error?: string | undefined
  /** A new one: password keepers offer to make it. */
  fresh?: boolean
  value: string
  change: (value: string) => void
}

/** A password, which may be pasted and shown. */
export function PasswordInput({ label, hint, error, fresh, value, change }: Props) {
  return (
    <FormField label={label} hint={hint} error={error}>
      {(control) => (
        <Input.Password
          {...control}
          className="account-password"
          autoComplete={fresh ? 'new-password' : 'current-password'}
          required
          {...(fresh ? { minLength: 10 } : {})}
          maxLength={128}
          value={value}
          onChange={(event) => change(event.target.value)}
        />
      )}
    </FormField>
  )
}
