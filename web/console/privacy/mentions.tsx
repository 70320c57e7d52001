import { Link } from 'react-router'
import type { Mention } from '../../../schema/api/privacy.ts'
import { privacyTexts } from '../../i18n/privacy.ts'
import { useTexts } from '../../lib/language.tsx'
import { useCounty } from '../../lib/session.ts'
import { DataTable } from '../../ui/data-table.tsx'

/** Where a kind of record has a page of its own in the console. */
const sections: Readonly<Record<string, string>> = {
  bulletin: 'bulletins',
  column_article: 'columns',
  complaint: 'complaints',
  consequence: 'interviews',
  inspection: 'inspections',
  issue: 'issues',
  meeting: 'meetings',
}

/** Words in which a name stands, each with a way to where a human edits it. */
export function Mentions({ mentions, more }: { mentions: readonly Mention[]; more: boolean }) {
  const t = useTexts(privacyTexts)
  const { county } = useCounty()
  if (mentions.length === 0) return null
  return (
    <>
      <h3>{t('mentions')}</h3>
      <p className="soft">{t('mentionsHint')}</p>
      {more && <p className="wrong">{t('more')}</p>}
      <DataTable<Mention>
        label={t('mentions')}
        query={{ data: mentions, isPending: false, error: null, refetch: () => undefined }}
        rowKey={({ table, id, column }) => `${table} ${id} ${column}`}
        empty={null}
        columns={[
          {
            key: 'record',
            title: t('record'),
            render: (_, { table, label, id }) => {
              const section = sections[table]
              return section === undefined ? label : <Link to={`/${county}/${section}/${id}`}>{label}</Link>
            },
          },
          { key: 'excerpt', title: t('excerpt'), render: (_, { excerpt }) => `…${excerpt}…` },
        ]}
      />
    </>
  )
}
