import { useState } from 'react'
import { fieldMemberTexts } from '../../../i18n/field-member.ts'
import { plainTexts } from '../../../i18n/plain.ts'
import { rolesTexts } from '../../../i18n/roles.ts'
import { useLanguage, useTexts } from '../../../lib/language.tsx'
import { villageName } from '../../../ui/ranking-words.ts'
import { useField, useNow } from '../../field-context.tsx'
import { Screen } from '../../pieces/screen.tsx'
import { useBundle } from '../../pieces/stored.ts'
import { RoomLine } from '../outbox/room-line.tsx'
import { SignInAgain } from './sign-in-again.tsx'
import { SignOut } from './sign-out.tsx'

/** Who works on this phone and for which county; the language; what the phone keeps. */
export function MemberPage() {
  const t = useTexts(fieldMemberTexts)
  const plain = useTexts(plainTexts)
  const roles = useTexts(rolesTexts)
  const { language, switchTo } = useLanguage()
  const { session, offline } = useField()
  const { name, countyName, expired, choices, owner } = useNow(session)
  const { ready, update } = useNow(offline)
  const member = useBundle()?.member
  const area = useBundle()?.areas.find(({ id }) => id === member?.scope.id)?.name
  const [switching, setSwitching] = useState(false)
  const others = choices.filter(({ id }) => id !== owner?.member)
  return (
    <Screen title={t('title')}>
      <p className="who">
        <strong>{name}</strong>
        <span className="soft">
          {[countyName, member && roles(member.role), area && villageName(area)].filter(Boolean).join(' · ')}
        </span>
      </p>
      {expired && <SignInAgain />}
      {others.length > 0 && (
        <section>
          <h2>{t('otherCounties')}</h2>
          {others.map(({ id, county, role }) => (
            <button
              key={id}
              type="button"
              className="button wide"
              disabled={switching}
              onClick={() => {
                setSwitching(true)
                session.choose(id).finally(() => setSwitching(false))
              }}
            >
              {county.name} · {roles(role)}
            </button>
          ))}
        </section>
      )}
      <button
        type="button"
        className="button wide"
        lang={language === 'zh' ? 'en' : 'zh-CN'}
        onClick={() => switchTo(language === 'zh' ? 'en' : 'zh')}
      >
        {plain('otherLanguage')}
      </button>
      <RoomLine />
      <section>
        <h2>{t('program')}</h2>
        <p>{ready ? t('opensOffline') : t('keepOpen')}</p>
        {update && (
          <button type="button" className="button wide" onClick={() => offline.update()}>
            {t('reload')}
          </button>
        )}
        <p className="soft">{t('noTracking')}</p>
      </section>
      <SignOut />
    </Screen>
  )
}
