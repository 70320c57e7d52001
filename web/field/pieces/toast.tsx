import { createContext, type ReactNode, useCallback, useContext, useEffect, useState } from 'react'
import { fieldTexts } from '../../i18n/field.ts'
import { useTexts } from '../../lib/language.tsx'

type Said = { text: string; undo?: (() => void) | undefined; at: number }
type Say = (text: string, undo?: () => void) => void

const Current = createContext<Say>(() => {})

/** Gives the screens below it a line to say what was done, with a way to take it back. */
export function ToastProvider({ children }: { children: ReactNode }) {
  const t = useTexts(fieldTexts)
  const [said, setSaid] = useState<Said>()
  const say = useCallback<Say>((text, undo) => setSaid({ text, undo, at: Date.now() }), [])
  useEffect(() => {
    if (!said) return
    const timer = setTimeout(() => setSaid(undefined), said.undo ? 12_000 : 5000)
    return () => clearTimeout(timer)
  }, [said])
  return (
    <Current value={say}>
      {children}
      <div className="toast" role="status">
        {said && (
          <p key={said.at}>
            <span>{said.text}</span>
            {said.undo && (
              <button
                type="button"
                onClick={() => {
                  said.undo?.()
                  setSaid(undefined)
                }}
              >
                {t('undo')}
              </button>
            )}
          </p>
        )}
      </div>
    </Current>
  )
}

/** `say(text)`, or `say(text, undo)` where it can be taken back. */
export function useToast(): Say {
  return useContext(Current)
}
