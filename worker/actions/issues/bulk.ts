import type { IssueBulk, IssueBulkAnswer } from '../../../schema/api/issues.ts'
import { newId } from '../../data/new-id.ts'
import { problems } from '../../problems/catalogue.ts'
import type { Language } from '../../problems/language.ts'
import { fill, Problem } from '../../problems/problem.ts'
import type { CountyContext } from '../context.ts'
import { stepTaken } from './take-step.ts'

/**
 * One step for many issues, each on its own: what one refuses does not hold up the others. With an id of the client's,
 * the same again changes nothing. Two round trips an issue.
 */
export async function stepMany(
  context: CountyContext,
  { issues, step, id = newId(context.now.getTime()) }: IssueBulk,
  language: Language,
): Promise<IssueBulkAnswer> {
  const answer: IssueBulkAnswer = { done: [], refused: [] }
  for (const issue of new Set(issues)) {
    try {
      await stepTaken(context, issue, `${id}-${issue}`, step)
      answer.done.push(issue)
    } catch (error) {
      if (!(error instanceof Problem)) throw error
      const [, detail] = problems[error.code][language]
      const [field] = error.fields(language)
      answer.refused.push({
        ...{ issue, code: error.code },
        message: field?.message ?? fill(detail, error.params),
      })
    }
  }
  return answer
}
