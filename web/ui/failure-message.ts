import { App } from 'antd'
import { uiTexts } from '../i18n/ui.ts'
import { useTexts } from '../lib/language.tsx'
import { ApiProblem, Disconnected } from '../lib/problem.ts'

/** Says in passing why something without a form of its own failed. */
export function useFailureMessage(): (error: unknown) => void {
  const t = useTexts(uiTexts)
  const { message } = App.useApp()
  return (error) => {
    const problem =
      error instanceof ApiProblem && error.title !== '' ? `${error.title} · ${error.detail}` : undefined
    message.error({
      content: problem ?? t(error instanceof Disconnected ? 'disconnected' : 'unexpected'),
      duration: 6,
    })
  }
}
