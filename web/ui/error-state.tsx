import { uiTexts } from '../i18n/ui.ts'
import { useTexts } from '../lib/language.tsx'
import { ApiProblem, Disconnected } from '../lib/problem.ts'

/** Why something failed, in words the reader can act on. With `retry`, offers to try again. */
export function ErrorState({ error, retry }: { error: unknown; retry?: () => void }) {
  const t = useTexts(uiTexts)
  const problem = error instanceof ApiProblem && error.title !== '' ? error : undefined
  const title = problem?.title ?? t('errorTitle')
  const detail = problem?.detail ?? t(error instanceof Disconnected ? 'disconnected' : 'unexpected')
  const request =
    problem && problem.status >= 500 ? problem.document.instance.replace('urn:request:', '') : ''
  return (
    <div className="notice error" role="alert">
      <div>
        <strong>{title}</strong>
        <div>{detail}</div>
        {problem && problem.errors.length > 0 && (
          <ul>
            {problem.errors.slice(0, 10).map(({ path, message }) => (
              <li key={`${path} ${message}`}>{path === '' ? message : `${path}: ${message}`}</li>
            ))}
          </ul>
        )}
        {request !== '' && <div className="soft">{t('requestId', { id: request })}</div>}
      </div>
      {retry && (
        <button type="button" className="button" onClick={retry}>
          {t('retry')}
        </button>
      )}
    </div>
  )
}
