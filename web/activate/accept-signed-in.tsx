import { activateTexts } from '../i18n/activate.ts'
import { answer, api } from '../lib/api.ts'
import { useTexts } from '../lib/language.tsx'
import { signInAddress } from '../lib/sign-in-address.ts'
import { useSend } from '../lib/use-send.ts'
import { Failure } from '../ui/plain/failure.tsx'

type Props = { token: string; link: { login: string; county: string | null }; current: string | undefined }

/** An invitation for a login that already has an account: only that account, signed in, may accept it. */
export function AcceptSignedIn({ token, link, current }: Props) {
  const t = useTexts(activateTexts)
  const accept = useSend(() => answer(api.activations.$post({ json: { token } })))
  const leave = useSend(() => api.sessions.current.$delete())
  const { login } = link
  const toSignIn = `${signInAddress(`/activate/#${token}`)}&login=${encodeURIComponent(login)}`
  if (current === undefined) {
    return (
      <>
        <p className="lead">{t('existsLead', { login })}</p>
        <a className="button primary" href={toSignIn}>
          {t('signIn')}
        </a>
      </>
    )
  }
  if (current !== login) {
    const change = async () => {
      if (await leave.send(null)) location.assign(toSignIn)
    }
    return (
      <>
        <p className="lead">{t('otherLead', { current, login })}</p>
        <Failure error={leave.error} />
        <button type="button" className="button primary" disabled={leave.sending} onClick={change}>
          {t('signOut')}
        </button>
      </>
    )
  }
  const enter = async () => {
    if (await accept.send(null)) location.assign('/console/')
  }
  return (
    <>
      <p className="lead">{t('acceptLead', { login, county: link.county ?? '' })}</p>
      <Failure error={accept.error} />
      <button type="button" className="button primary" disabled={accept.sending} onClick={enter}>
        {t('accept')}
      </button>
    </>
  )
}
