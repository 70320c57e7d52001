import { sectionsTexts } from '../../i18n/sections.ts'
import { useTexts } from '../../lib/language.tsx'
import { PageHeader } from '../../ui/page-header.tsx'

export default function MembersPage() {
  const t = useTexts(sectionsTexts)
  return <PageHeader title={t('members')} />
}
