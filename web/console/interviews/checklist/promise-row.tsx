import { Button, Checkbox, Input } from 'antd'
import { type ReactNode, useState } from 'react'
import type { AssignmentChange, Commitment } from '../../../../schema/api/assignments.ts'
import { interviewsTexts } from '../../../i18n/interviews.ts'
import { rolesTexts } from '../../../i18n/roles.ts'
import { answer, api } from '../../../lib/api.ts'
import { useDates } from '../../../lib/dates.ts'
import { useTexts } from '../../../lib/language.tsx'
import { useCounty } from '../../../lib/session.ts'
import { useChange } from '../../../lib/use-change.ts'
import { ErrorState } from '../../../ui/error-state.tsx'
import { FormDialog } from '../../../ui/form-dialog.tsx'
import { FormField } from '../../../ui/form-field.tsx'
import { DueDay } from '../due-day.tsx'
import { roleOf } from './role-of.ts'

type Props = { commitment: Commitment; mayTick: boolean; children?: ReactNode }

/** One promise: ticked with a click, or with a word about it; below, who did what to it and when. */
export function PromiseRow({ commitment, mayTick, children }: Props) {
  const t = useTexts(interviewsTexts)
  const [noting, setNoting] = useState(false)
  const ticking = useTicking(commitment)
  const { text, dueOn, state } = commitment
  // What was just ticked shows at once; refused, it goes back to what it was.
  const shown = ticking.isPending ? ticking.variables?.state : state
  return (
    <li className="promised">
      <Checkbox
        checked={shown === 'done'}
        disabled={!mayTick || state === 'cancelled' || ticking.isPending}
        onChange={({ target }) => ticking.mutate({ state: target.checked ? 'done' : 'open' })}
      >
        <span className={shown === 'done' ? 'said soft' : 'said'}>{text}</span>
      </Checkbox>
      <span>
        <DueDay dueOn={dueOn} waiting={state === 'open'} />{' '}
        {mayTick && state === 'open' && (
          <Button size="small" aria-label={t('tickWithNote', { text })} onClick={() => setNoting(true)}>
            {t('withNote')}
          </Button>
        )}
      </span>
      <div className="beside">
        {children}
        <Events commitment={commitment} />
        {ticking.error && <ErrorState error={ticking.error} />}
      </div>
      {noting && <NoteDialog commitment={commitment} close={() => setNoting(false)} />}
    </li>
  )
}

/** Who ticked it off or opened it again, and what they said. */
function Events({ commitment: { events } }: { commitment: Commitment }) {
  const t = useTexts(interviewsTexts)
  const roleName = useTexts(rolesTexts)
  const dates = useDates()
  const told = events.filter(({ kind }) => kind === 'done' || kind === 'reopened' || kind === 'overdue')
  if (told.length === 0) return null
  return (
    <ul className="told soft">
      {told.map(({ id, kind, at, note, detail }) => {
        const role = roleOf(detail)
        return (
          <li key={id}>
            {dates.momentShort(at)} {t(`event_${kind as 'done' | 'reopened' | 'overdue'}`)}
            {role && ` · ${roleName(role)}`}
            {note !== null && ` · ${note}`}
          </li>
        )
      })}
    </ul>
  )
}

function NoteDialog({ commitment, close }: { commitment: Commitment; close: () => void }) {
  const t = useTexts(interviewsTexts)
  const ticking = useTicking(commitment, close)
  const [note, setNote] = useState('')
  const said = note.trim()
  return (
    <FormDialog
      title={commitment.text}
      submitLabel={t('tickOff')}
      busy={ticking.isPending}
      error={ticking.error}
      submit={() => ticking.mutate({ state: 'done', ...(said === '' ? {} : { note: said }) })}
      close={close}
    >
      <FormField label={t('note')} hint={t('noteHint')}>
        {(control) => (
          <Input.TextArea
            {...control}
            autoFocus
            autoSize={{ minRows: 2, maxRows: 8 }}
            maxLength={4000}
            value={note}
            onChange={({ target }) => setNote(target.value)}
          />
        )}
      </FormField>
    </FormDialog>
  )
}

function useTicking({ id }: Commitment, done: () => void = () => {}) {
  const { county } = useCounty()
  return useChange({
    send: (json: AssignmentChange, options) =>
      answer(api.counties[':county'].assignments[':id'].$patch({ param: { county, id }, json }, options)),
    renews: [
      [county, 'commitments'],
      [county, 'consequences'],
    ],
    done,
  })
}
