import { Alert, Button, Radio } from 'antd'
import { useState } from 'react'
import type { Erased, NameFound } from '../../../schema/api/privacy.ts'
import { privacyTexts } from '../../i18n/privacy.ts'
import { useTexts } from '../../lib/language.tsx'
import { useCounty } from '../../lib/session.ts'
import { EmptyState } from '../../ui/empty-state.tsx'
import { EraseDialog } from './erase-dialog.tsx'
import { Mentions } from './mentions.tsx'
import { Places } from './places.tsx'
import { useDownload } from './queries.ts'

/** What was found of a name: members to choose among, places that go with the person, words to edit. */
export function Found({ name, found }: { name: string; found: NameFound }) {
  const t = useTexts(privacyTexts)
  const { may, member: self } = useCounty()
  const [keep, setKeep] = useState<string[]>([])
  const [member, setMember] = useState(found.members.length === 1 ? found.members[0]?.id : undefined)
  const [erasing, setErasing] = useState(false)
  const [erased, setErased] = useState<Erased>()
  const take = useDownload()
  if (erased) {
    return (
      <>
        <Alert
          type="success"
          title={t('erased')}
          description={t(erased.mentions.length > 0 ? 'erasedHint' : 'erasedClean')}
        />
        <Mentions {...erased} />
      </>
    )
  }
  const { members, places, mentions } = found
  if (members.length + places.length + mentions.length === 0) {
    return <EmptyState title={t('nowhere', { name })} hint={t('nowhereHint')} />
  }
  const several = members.length > 1
  const erasable = (members.length > 0 || places.length > 0) && member !== self.id && (!several || member)
  return (
    <>
      {members.length > 0 && (
        <>
          <h3>{t('members')}</h3>
          <Radio.Group
            className="privacy-members"
            aria-label={t('choose')}
            value={member}
            onChange={({ target }) => setMember(String(target.value))}
            options={members.map(({ id, login }) => ({ value: id, label: `${name} · ${login}` }))}
          />
          {member !== undefined && (
            <Button type="link" loading={take.isPending} onClick={() => take.mutate(member)}>
              {t('downloadOf', { name })}
            </Button>
          )}
        </>
      )}
      <Places places={places} keep={keep} setKeep={setKeep} />
      <Mentions mentions={mentions} more={found.more} />
      {may('person.erase') && erasable && (
        <p>
          <Button danger onClick={() => setErasing(true)}>
            {t('erase')}
          </Button>
        </p>
      )}
      {erasing && (
        <EraseDialog
          name={name}
          member={member}
          keep={keep}
          close={() => setErasing(false)}
          done={(left) => {
            setErasing(false)
            setErased(left)
          }}
        />
      )}
    </>
  )
}
