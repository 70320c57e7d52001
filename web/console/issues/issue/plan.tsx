import { Alert } from 'antd'
import type { ContingencyPlan } from '../../../../schema/api/issues.ts'
import { issuesTexts } from '../../../i18n/issues.ts'
import { rolesTexts } from '../../../i18n/roles.ts'
import { useTexts } from '../../../lib/language.tsx'

/** What to do at once and whom to call: before everything else on the page. */
export function Plan({ plan }: { plan: ContingencyPlan }) {
  const t = useTexts(issuesTexts)
  const post = useTexts(rolesTexts)
  return (
    <Alert
      className="issue-plan"
      type="warning"
      title={t('plan')}
      description={
        <>
          <ol>
            {plan.steps.map((step) => (
              <li key={step}>{step}</li>
            ))}
          </ol>
          {plan.contacts.length > 0 && (
            <p>
              {plan.contacts.map(({ name, phone }) => (
                <span key={name + phone} className="contact">
                  {name} <a href={`tel:${phone.replaceAll(/[^\d+]/g, '')}`}>{phone}</a>
                </span>
              ))}
            </p>
          )}
          {plan.posts.length > 0 && (
            <p className="soft">
              {t('planTold', { posts: plan.posts.map((one) => post(one)).join(t('comma')) })}
            </p>
          )}
        </>
      }
    />
  )
}
