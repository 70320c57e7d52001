import { Checkbox } from 'antd'
import type { NamePlace } from '../../../schema/api/privacy.ts'
import { privacyTexts } from '../../i18n/privacy.ts'
import { rolesTexts } from '../../i18n/roles.ts'
import { useTexts } from '../../lib/language.tsx'
import { DataTable } from '../../ui/data-table.tsx'

type Props = { places: readonly NamePlace[]; keep: readonly string[]; setKeep: (keep: string[]) => void }

/** Where the very name stands; a namesake's is ticked and kept. */
export function Places({ places, keep, setKeep }: Props) {
  const t = useTexts(privacyTexts)
  const named = useTexts(rolesTexts)
  if (places.length === 0) return null
  const said = ({ kind, what }: NamePlace) =>
    kind === 'post' && what !== null ? named(what as 'village_head') : kind === 'meeting' ? what : ''
  const toggle = (key: string, kept: boolean) =>
    setKeep(kept ? [...keep, key] : keep.filter((one) => one !== key))
  return (
    <>
      <h3>{t('places')}</h3>
      <p className="soft">{t('placesHint')}</p>
      <DataTable<NamePlace>
        label={t('places')}
        query={{ data: places, isPending: false, error: null, refetch: () => undefined }}
        rowKey={({ key }) => key}
        empty={null}
        columns={[
          { key: 'kind', title: t('kind'), render: (_, { kind }) => t(`kind_${kind}`) },
          { key: 'what', title: t('what'), render: (_, place) => said(place) },
          { key: 'where', title: t('where'), dataIndex: 'where' },
          { key: 'on', title: t('on'), render: (_, { on }) => on?.slice(0, 10) },
          {
            key: 'keep',
            title: t('notTheirs'),
            render: (_, { key }) => (
              <Checkbox
                aria-label={t('notTheirs')}
                checked={keep.includes(key)}
                onChange={({ target }) => toggle(key, target.checked)}
              />
            ),
          },
        ]}
      />
    </>
  )
}
