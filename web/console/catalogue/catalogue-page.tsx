import { Tabs } from 'antd'
import { useSearchParams } from 'react-router'
import { catalogueTexts } from '../../i18n/issue-catalogue.ts'
import { useTexts } from '../../lib/language.tsx'
import { PageHeader } from '../../ui/page-header.tsx'
import './catalogue.css'
import { CategoriesTab } from './categories/categories-tab.tsx'
import { RevisitRuleTab } from './revisits/revisit-rule-tab.tsx'
import { RulesTab } from './rules/rules-tab.tsx'

const tabs = ['categories', 'rules', 'revisits'] as const

/** How the ledger works in this county: what kinds of problems there are, who gets them, what is looked at again. */
export default function CataloguePage() {
  const t = useTexts(catalogueTexts)
  const [params, setParams] = useSearchParams()
  const tab = tabs.find((one) => one === params.get('tab')) ?? 'categories'
  const pages = { categories: <CategoriesTab />, rules: <RulesTab />, revisits: <RevisitRuleTab /> }
  return (
    <>
      <PageHeader title={t('title')} hint={t('hint')} />
      <Tabs
        activeKey={tab}
        onChange={(next) => setParams({ tab: next }, { replace: true })}
        items={tabs.map((key) => ({ key, label: t(`tab_${key}`), children: tab === key && pages[key] }))}
      />
    </>
  )
}
