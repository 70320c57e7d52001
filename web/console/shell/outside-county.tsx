import type { ReactNode } from 'react'
import { shellTexts } from '../../i18n/shell.ts'
import { useTexts } from '../../lib/language.tsx'
import { AccountMenu } from './account-menu.tsx'

/** The frame of a page that belongs to no county; `section` stands where a county's name would. */
export function OutsideCounty({ section, children }: { section: string; children: ReactNode }) {
  const t = useTexts(shellTexts)
  return (
    <div className="shell">
      <header className="shell-header">
        <span className="brand">{t('brand')}</span>
        <span className="county">{section}</span>
        <span className="spacer" />
        <AccountMenu />
      </header>
      <main id="content" className="content">
        {children}
      </main>
    </div>
  )
}
