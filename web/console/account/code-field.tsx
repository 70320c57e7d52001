import { Input } from 'antd'
import { ApiProblem } from '../../lib/problem.ts'
import { FormField } from '../../ui/form-field.tsx'

type Props = { label: string; value: string; change: (value: string) => void; error: unknown }

/** A code of the authenticator app, or a recovery code. Browsers offer what the app has put on the clipboard. */
export function CodeField({ label, value, change, error }: Props) {
  const wrong =
    error instanceof ApiProblem && ['wrong-code', 'invalid'].includes(error.code)
      ? (error.at('code') ?? error.detail)
      : undefined
  return (
    <FormField label={label} error={wrong}>
      {(control) => (
        <Input
          {...control}
          className="account-code"
          autoComplete="one-time-code"
          autoCapitalize="characters"
          spellCheck={false}
          required
          maxLength={40}
          value={value}
          onChange={(event) => change(event.target.value)}
        />
      )}
    </FormField>
  )
}
