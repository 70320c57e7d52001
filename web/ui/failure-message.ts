import { uiTexts } from '../i18n/ui.ts'
import { useTexts } from '../lib/language.tsx'
import { ApiProblem, Disconnected } from '../lib/problem.ts'
import { say } from './say.ts'

/** Says in passing why something without a form of its own failed. */
export function useFailureMessage(): (error: unknown) => void {
  const t = useTexts(uiTexts)
  return (error) => {
    const problem =
      error instanceof ApiProblem && error.title !== '' ? `${error.title} · ${error.detail}` : undefined
    const text = problem ?? t(error instanceof Disconnected ? 'disconnected' : 'unexpected')
    say({ key: text, kind: 'error', text }, 6)
  }
}
