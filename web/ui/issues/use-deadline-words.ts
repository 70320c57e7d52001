import type { Deadline } from '../../../schema/api/issues.ts'
import { issueWordsTexts } from '../../i18n/issue-words.ts'
import { useTexts } from '../../lib/language.tsx'

/** 当天, 3 个工作日内 */
export function useDeadlineWords(): (deadline: Deadline) => string {
  const t = useTexts(issueWordsTexts)
  return (deadline) =>
    deadline.unit === 'same_day'
      ? t('deadline_same_day')
      : t(`deadline_${deadline.unit}`, { n: deadline.amount })
}
