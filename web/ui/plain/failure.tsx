import { plainTexts } from '../../i18n/plain.ts'
import { useTexts } from '../../lib/language.tsx'
import { ApiProblem, Disconnected } from '../../lib/problem.ts'

/** Why a request failed, above the form; read out at once. */
export function Failure({ error }: { error: unknown }) {
  const t = useTexts(plainTexts)
  if (error === undefined || error === null) return null
  const problem = error instanceof ApiProblem && error.title !== '' ? error : undefined
  const other = error instanceof Disconnected ? t('disconnected') : t('unexpected')
  return (
    <div className="failure" role="alert">
      {problem ? (
        <>
          <strong>{problem.title}</strong> {problem.detail}
        </>
      ) : (
        other
      )}
    </div>
  )
}
