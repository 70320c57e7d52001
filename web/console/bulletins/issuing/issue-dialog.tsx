import type { BulletinDetail } from '../../../../schema/api/bulletins.ts'
import { wordsIn } from '../../../../worker/domain/privacy/words-in.ts'
import { bulletinsTexts } from '../../../i18n/bulletins.ts'
import { useTexts } from '../../../lib/language.tsx'
import { useCounty } from '../../../lib/session.ts'
import { FormDialog } from '../../../ui/form-dialog.tsx'
import { LooksPersonal } from '../../../ui/privacy/looks-personal.tsx'
import { useIssue } from '../queries.ts'

type Props = { bulletin: BulletinDetail; version: number; close: () => void }

/** Says what issuing does and who will read what, and then issues. */
export function IssueDialog({ bulletin, version, close }: Props) {
  const t = useTexts(bulletinsTexts)
  const { summary } = useCounty()
  const issue = useIssue(bulletin.id, close)
  const { content, title, number, visibility } = bulletin
  const count = (type: string) => content.content.filter((block) => block.type === type).length
  const open = visibility === 'public'
  const rows = [
    [t('titleColumn'), title],
    [t('number'), number ?? t('noNumber')],
    [
      t('readers'),
      t(open ? (summary.status === 'approved' ? 'readersAll' : 'readersLater') : 'readersMembers'),
    ],
    [t('holds'), t('holdsCount', { blocks: count('data'), pictures: count('picture') })],
  ]
  return (
    <FormDialog
      title={t('issueTitle')}
      submitLabel={t('issue')}
      busy={issue.isPending}
      error={issue.error}
      submit={() => issue.mutate(version)}
      close={close}
    >
      <p>{t('issueHint')}</p>
      <dl className="bulletin-facts">
        {rows.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      {open && <p>{t('publicHint')}</p>}
      <LooksPersonal text={`${title}\n${wordsIn(content)}`} />
    </FormDialog>
  )
}
