import { App, Button, Tag } from 'antd'
import { useEffect, useRef, useState } from 'react'
import type { Objection } from '../../../../schema/api/consequences.ts'
import { objectionsTexts } from '../../../i18n/objections.ts'
import { roundsTexts } from '../../../i18n/rounds.ts'
import { answer, api } from '../../../lib/api.ts'
import { useDates } from '../../../lib/dates.ts'
import { useTexts } from '../../../lib/language.tsx'
import { useCounty } from '../../../lib/session.ts'
import { useChange } from '../../../lib/use-change.ts'
import { useNow } from '../../../lib/use-now.ts'
import { useWaited } from '../../../lib/use-waited.ts'
import { ErrorState } from '../../../ui/error-state.tsx'
import { PhotoGallery } from '../../../ui/photos/photo-gallery.tsx'
import { useSourceName, villageName } from '../../../ui/ranking-words.ts'
import { useMayKeep } from '../may-keep.ts'
import type { OfRound } from '../round-page.tsx'
import { RulingForm } from './ruling-form.tsx'

type Props = OfRound & {
  objection: Objection
  /** It is the one the address asks for. */
  asked: boolean
}

/** One objection: what is said, how long it has waited, how it was ruled on or what may be done with it. */
export function ObjectionEntry({ objection, round, board, asked }: Props) {
  const t = useTexts(roundsTexts)
  const own = useTexts(objectionsTexts)
  const dates = useDates()
  const waited = useWaited()
  const now = useNow()
  const mayRule = useMayKeep({ round, board }, 'objection.rule')
  const [ruling, setRuling] = useState(false)
  const place = useRef<HTMLElement>(null)
  useEffect(() => {
    if (asked) place.current?.scrollIntoView({ block: 'start' })
  }, [asked])
  const township = round.roster.find(({ id }) => id === objection.subject)?.townshipName
  const pending = objection.state === 'pending'
  return (
    <section className={asked ? 'objection asked' : 'objection'} ref={place}>
      <h2>
        {villageName(objection.name)} <span className="soft">{township}</span>{' '}
        <Tag>{own(`state_${objection.state}`)}</Tag>
      </h2>
      <p className="soft">
        {t('filedAt', { at: dates.momentShort(objection.filedAt) })}
        {pending && <strong> · {own('waiting', { time: waited(objection.filedAt, now) })}</strong>}
        {pending && round.state === 'published' && mayRule && ` · ${own('afterPublished')}`}
        {!pending && objection.ruledAt && ` · ${own('ended')} ${dates.momentShort(objection.ruledAt)}`}
      </p>
      <p className="said">{objection.text}</p>
      <PhotoGallery photos={objection.photos} />
      {objection.reason && (
        <p className="said">
          <strong>{t('ruling')}：</strong>
          {objection.reason}
        </p>
      )}
      <Amendments objection={objection} />
      {pending && !ruling && (
        <div className="toolbar">
          {mayRule && <Button onClick={() => setRuling(true)}>{t('rule')}</Button>}
          {objection.mine && <Withdraw objection={objection} />}
          {mayRule && <CopyLink objection={objection} />}
        </div>
      )}
      {ruling && pending && <RulingForm objection={objection} round={round} close={() => setRuling(false)} />}
    </section>
  )
}

function Amendments({ objection }: { objection: Objection }) {
  const t = useTexts(roundsTexts)
  const name = useSourceName()
  if (objection.amendments.length === 0) return null
  return (
    <ul>
      {objection.amendments.map(({ source, subject, value }) => (
        <li key={`${source} ${subject}`}>
          {value === null
            ? t('amendedAway', { source: name(source) })
            : t('amendedTo', { source: name(source), value })}
        </li>
      ))}
    </ul>
  )
}

function Withdraw({ objection }: { objection: Objection }) {
  const own = useTexts(objectionsTexts)
  const { county } = useCounty()
  const { modal, message } = App.useApp()
  const withdrawing = useChange({
    send: (_: undefined, options) =>
      answer(
        api.counties[':county'].objections[':id'].withdrawal.$put(
          { param: { county, id: objection.id } },
          options,
        ),
      ),
    renews: [
      [county, 'rounds', objection.round],
      [county, 'objections'],
      [county, 'consequences'],
    ],
    done: () => message.success(own('withdrawn')),
  })
  const ask = () =>
    modal.confirm({
      title: own('withdrawAsk'),
      content: own('withdrawSay'),
      okText: own('withdraw'),
      onOk: () => withdrawing.mutate(undefined),
    })
  return (
    <>
      <Button loading={withdrawing.isPending} onClick={ask}>
        {own('withdraw')}
      </Button>
      {withdrawing.error && <ErrorState error={withdrawing.error} />}
    </>
  )
}

function CopyLink({ objection }: { objection: Objection }) {
  const own = useTexts(objectionsTexts)
  const { county } = useCounty()
  const { message } = App.useApp()
  const link = `${location.origin}/console/${county}/rounds/${objection.round}?tab=objections&objection=${objection.id}`
  const copy = () => {
    const written = navigator.clipboard ? navigator.clipboard.writeText(link) : Promise.reject()
    written.then(
      () => message.success(own('copied')),
      () => message.info(own('notCopied', { link }), 20),
    )
  }
  return (
    <Button type="text" onClick={copy}>
      {own('copyLink')}
    </Button>
  )
}
