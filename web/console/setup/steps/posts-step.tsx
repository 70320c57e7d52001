import { Link } from 'react-router'
import { setupTexts } from '../../../i18n/setup.ts'
import { useTexts } from '../../../lib/language.tsx'
import { useCounty } from '../../../lib/session.ts'
import { useSetupProgress } from '../../../lib/setup-progress.ts'

/** Who answers for what: from a sheet, or pasted column by column. */
export function PostsStep() {
  const t = useTexts(setupTexts)
  const { county } = useCounty()
  const count = useSetupProgress().data?.steps.find(({ key }) => key === 'posts')?.count ?? 0
  return (
    <>
      {count > 0 && <p>{t('postsThere', { n: count })}</p>}
      <p className="wizard-actions">
        <Link to={`/${county}/posts?open=import`}>{t('toPostsSheet')}</Link>
        <Link to={`/${county}/posts?tab=grid`}>{t('toPostsGrid')}</Link>
      </p>
    </>
  )
}
