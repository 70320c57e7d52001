import { activateTexts } from '../i18n/activate.ts'
import { plainTexts } from '../i18n/plain.ts'
import { answer, api } from '../lib/api.ts'
import { useTexts } from '../lib/language.tsx'
import { ApiProblem } from '../lib/problem.ts'
import { useLoaded } from '../lib/use-loaded.ts'
import { Failure } from '../ui/plain/failure.tsx'
import { Page } from '../ui/plain/page.tsx'
import { AcceptSignedIn } from './accept-signed-in.tsx'
import { SetPassword } from './set-password.tsx'

/** `/activate#token`: says what a one-time link is for, then does it. The token never leaves the fragment but to the API. */
export function ActivatePage() {
  const t = useTexts(activateTexts)
  const plain = useTexts(plainTexts)
  const token = location.hash.slice(1)
  const { value, error } = useLoaded(token || undefined, loadLink)
  const title = value
    ? value.link.kind === 'invitation'
      ? t('invitation', { county: value.link.county ?? '' })
      : t(value.link.kind)
    : t('title')
  return (
    <Page title={title}>
      <h1>{title}</h1>
      {token === '' && <p>{t('noToken')}</p>}
      <Failure error={error} />
      {token !== '' && !value && error === undefined && <p role="status">{plain('loading')}</p>}
      {value &&
        (value.link.accountExists && value.link.kind !== 'reset' ? (
          <AcceptSignedIn token={token} link={value.link} current={value.current} />
        ) : (
          <SetPassword token={token} link={value.link} />
        ))}
    </Page>
  )
}

/** What the link is for, and the login that is signed in here, if any. */
async function loadLink(token: string) {
  const [link, current] = await Promise.all([
    answer(api.activations.preview.$post({ json: { token } })),
    answer(api.me.$get()).then(
      ({ account }) => account.login,
      (error: unknown) => {
        if (error instanceof ApiProblem && error.status === 401) return undefined
        throw error
      },
    ),
  ])
  return { link, current }
}
