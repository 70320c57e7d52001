import { Input } from 'antd'
import { type ReactNode, useState } from 'react'
import { FormDialog } from './form-dialog.tsx'
import { FormField } from './form-field.tsx'

type Props = {
  title: string
  submitLabel: string
  /** What is said above the field, if anything. */
  lead?: string
  label: string
  hint?: string
  /** Nothing need be said. */
  optional?: boolean
  busy: boolean
  error: unknown
  /** Takes the words without the blanks around them. */
  submit: (reason: string) => void
  close: () => void
  /** Stands below the field and looks at what is being written. */
  below?: (reason: string) => ReactNode
}

/** Asks why before something is taken back, refused or judged: one field, and nothing is sent without words. */
export function ReasonDialog({ lead, label, hint, optional = false, submit, below, ...dialog }: Props) {
  const [written, setWritten] = useState('')
  const reason = written.trim()
  return (
    <FormDialog {...dialog} disabled={!optional && reason === ''} submit={() => submit(reason)}>
      {lead !== undefined && <p>{lead}</p>}
      <FormField label={label} hint={hint}>
        {(control) => (
          <Input.TextArea
            {...control}
            autoFocus
            autoSize={{ minRows: 3, maxRows: 8 }}
            maxLength={1000}
            value={written}
            onChange={({ target }) => setWritten(target.value)}
          />
        )}
      </FormField>
      {below?.(written)}
    </FormDialog>
  )
}
