import { Button, Input } from 'antd'
import { type KeyboardEvent, useRef } from 'react'
import { meetingsTexts } from '../../../i18n/meetings.ts'
import { useTexts } from '../../../lib/language.tsx'
import { newUuid } from '../../../lib/request-key.ts'
import type { MeetingValues } from './meeting-values.ts'

type Decisions = MeetingValues['decisions']

/** What was decided, line by line: Enter adds one below. Those that became work stay as they are. */
export function DecisionFields({
  decisions,
  change,
}: {
  decisions: Decisions
  change: (all: Decisions) => void
}) {
  const t = useTexts(meetingsTexts)
  const list = useRef<HTMLOListElement>(null)
  const addBelow = (at: number) => {
    const added = { id: newUuid(), text: '', locked: false }
    change([...decisions.slice(0, at + 1), added, ...decisions.slice(at + 1)])
    requestAnimationFrame(() => list.current?.querySelectorAll<HTMLInputElement>('input')[at + 1]?.focus())
  }
  const keys = (event: KeyboardEvent, at: number) => {
    // While a Chinese word is being put together, Enter chooses it.
    if (event.nativeEvent.isComposing || event.key !== 'Enter') return
    event.preventDefault()
    addBelow(at)
  }
  return (
    <fieldset>
      <legend>{t('decisions')}</legend>
      <p className="soft">{t('decisionsHint')}</p>
      <ol ref={list} className="decision-fields">
        {decisions.map((one, at) => (
          <li key={one.id}>
            <Input
              aria-label={t('decision', { n: at + 1 })}
              maxLength={4000}
              readOnly={one.locked}
              value={one.text}
              onChange={({ target }) =>
                change(decisions.map((other) => (other === one ? { ...one, text: target.value } : other)))
              }
              onKeyDown={(event) => keys(event, at)}
            />
            {one.locked ? (
              <span className="soft">{t('lockedDecision')}</span>
            ) : (
              <Button
                type="text"
                aria-label={t('removeDecision', { n: at + 1 })}
                onClick={() => change(decisions.filter((other) => other !== one))}
              >
                ×
              </Button>
            )}
          </li>
        ))}
      </ol>
      <Button onClick={() => addBelow(decisions.length - 1)}>{t('addDecision')}</Button>
    </fieldset>
  )
}
