import { Button, Input } from 'antd'
import { type KeyboardEvent, useRef } from 'react'
import { interviewsTexts } from '../../i18n/interviews.ts'
import { useTexts } from '../../lib/language.tsx'
import { kept, newPromise, type Promised } from './record-values.ts'

const most = 30

type Props = {
  commitments: readonly Promised[]
  change: (commitments: Promised[]) => void
  errorAt: (path: string) => string | undefined
}

/** What was promised and by when. Enter adds a row below, Backspace in an empty one takes it away. */
export function CommitmentFields({ commitments, change, errorAt }: Props) {
  const t = useTexts(interviewsTexts)
  const list = useRef<HTMLUListElement>(null)
  const focus = (position: number) =>
    requestAnimationFrame(() =>
      list.current?.querySelectorAll<HTMLInputElement>('.promise')[Math.max(0, position)]?.focus(),
    )
  const addBelow = (position: number) => {
    if (commitments.length >= most) return
    const [before, after] = [commitments.slice(0, position + 1), commitments.slice(position + 1)]
    change([...before, newPromise(commitments, Date.now()), ...after])
    focus(position + 1)
  }
  const remove = (position: number) => {
    change(commitments.filter((_, i) => i !== position))
    focus(position - 1)
  }
  const keys = (event: KeyboardEvent, position: number) => {
    // While a Chinese word is being put together, Enter chooses it.
    if (event.nativeEvent.isComposing) return
    const empty = commitments[position]?.text === ''
    if (event.key === 'Enter') addBelow(position)
    else if (event.key === 'Backspace' && empty && commitments.length > 1) remove(position)
    else return
    event.preventDefault()
  }
  const set = (position: number, changed: Partial<Promised>) =>
    change(commitments.map((one, i) => (i === position ? { ...one, ...changed } : one)))
  return (
    <fieldset className="commitments">
      <legend>{t('commitments')}</legend>
      <ul ref={list}>
        {commitments.map((one, i) => {
          const sent = kept(commitments).indexOf(one)
          const wrong = errorAt(`commitments.${sent}.text`) ?? errorAt(`commitments.${sent}.dueOn`)
          return (
            <li key={one.key} className="promised">
              <Input
                className="promise"
                aria-label={t('commitment', { n: i + 1 })}
                placeholder={t('commitmentPlaceholder')}
                maxLength={4000}
                value={one.text}
                onChange={({ target }) => set(i, { text: target.value })}
                onKeyDown={(event) => keys(event, i)}
              />
              <Input
                className="promise-due"
                type="date"
                aria-label={t('commitmentDue', { n: i + 1 })}
                value={one.dueOn}
                onChange={({ target }) => set(i, { dueOn: target.value })}
              />
              <Button type="text" aria-label={t('removeCommitment', { n: i + 1 })} onClick={() => remove(i)}>
                ×
              </Button>
              {sent >= 0 && wrong !== undefined && <p className="wrong">{wrong}</p>}
            </li>
          )
        })}
      </ul>
      {commitments.length < most && (
        <Button onClick={() => addBelow(commitments.length - 1)}>{t('addCommitment')}</Button>
      )}
      <p className="soft keys">{t('commitmentKeys')}</p>
    </fieldset>
  )
}
