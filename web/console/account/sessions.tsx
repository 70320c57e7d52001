import { Button, Tag } from 'antd'
import { accountTexts } from '../../i18n/account.ts'
import { answer, api } from '../../lib/api.ts'
import { useDates } from '../../lib/dates.ts'
import { useTexts } from '../../lib/language.tsx'
import { useChange } from '../../lib/use-change.ts'
import { ErrorState } from '../../ui/error-state.tsx'
import { useFailureMessage } from '../../ui/failure-message.ts'
import { useUndoable } from '../../ui/undoable.ts'
import { renewsAccount, useSessions } from './queries.ts'
import './account.css'

/** Where one is signed in, and the way to end it everywhere but here. */
export function Sessions() {
  const t = useTexts(accountTexts)
  const dates = useDates()
  const say = useUndoable()
  const failed = useFailureMessage()
  const sessions = useSessions()
  const end = useChange({
    send: async (_: null) => {
      await answer(api.me.sessions.$delete())
    },
    renews: renewsAccount,
    done: () => say(t('didEndOthers')),
  })
  return (
    <section aria-labelledby="sessions">
      <h2 id="sessions">{t('sessions')}</h2>
      <p className="soft">{t('sessionsHint')}</p>
      {sessions.error && !sessions.data && (
        <ErrorState error={sessions.error} retry={() => sessions.refetch()} />
      )}
      <ul className="account-sessions">
        {sessions.data?.map(({ id, here, startedAt, usedAt }) => (
          <li key={id}>
            {here ? <Tag color="blue">{t('here')}</Tag> : <span>{t('elsewhere')}</span>}{' '}
            <span className="soft">
              {t('times', { started: dates.moment(startedAt), used: dates.moment(usedAt) })}
            </span>
          </li>
        ))}
      </ul>
      {sessions.data?.length === 1 ? (
        <p className="soft">{t('onlyHere')}</p>
      ) : (
        <Button loading={end.isPending} onClick={() => end.mutate(null, { onError: failed })}>
          {t('endOthers')}
        </Button>
      )}
    </section>
  )
}
