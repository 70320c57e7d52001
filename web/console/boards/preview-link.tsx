import { Button } from 'antd'
import { boardsTexts } from '../../i18n/boards.ts'
import { answer, api } from '../../lib/api.ts'
import { useTexts } from '../../lib/language.tsx'
import { useCounty } from '../../lib/session.ts'
import { useChange } from '../../lib/use-change.ts'
import { CopyField } from '../../ui/copy-field.tsx'
import { ErrorState } from '../../ui/error-state.tsx'

/** For a county not yet approved: a link under which its office sees the public site before anybody else does. */
export function PreviewLink() {
  const t = useTexts(boardsTexts)
  const { county, may, summary } = useCounty()
  const making = useChange({
    send: (_: undefined, options) =>
      answer(api.counties[':county'].previews.$post({ param: { county } }, options)),
    renews: [],
  })
  if (summary.status === 'approved' || !may('setup.write')) return null
  return (
    <>
      <p className="soft">{t('previewHint')}</p>
      {making.error && <ErrorState error={making.error} />}
      {making.data ? (
        <CopyField label={t('preview')} value={making.data.url} expiresAt={making.data.expiresAt} />
      ) : (
        <Button loading={making.isPending} onClick={() => making.mutate(undefined)}>
          {t('preview')}
        </Button>
      )}
    </>
  )
}
