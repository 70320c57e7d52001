import type {
  Category,
  Deadline,
  EscalationStep,
  NewCategory,
  Severity,
} from '../../../../schema/api/issues.ts'
import type { Post } from '../../../../schema/api/ranking.ts'

/** A category as its form holds it; steps of the plan one a line, contacts as "name phone" one a line. */
export type CategoryValues = {
  name: string
  group: Category['group']
  severity: Severity
  unit: Deadline['unit']
  amount: number
  post: Post | undefined
  escalation: readonly EscalationStep[]
  steps: string
  contacts: string
  told: readonly Post[]
}

export const blankCategory: CategoryValues = {
  name: '',
  group: 'own',
  severity: 2,
  unit: 'same_day',
  amount: 3,
  post: undefined,
  escalation: [
    { afterHours: 0, post: 'village_lead' },
    { afterHours: 24, post: 'deputy_lead' },
    { afterHours: 72, post: 'top_lead' },
  ],
  steps: '',
  contacts: '',
  told: [],
}

export function valuesOf({
  name,
  group,
  severity,
  deadline,
  post,
  escalation,
  plan,
}: Category): CategoryValues {
  return {
    ...{ name, group, severity, unit: deadline.unit, escalation, post: post ?? undefined },
    amount: deadline.unit === 'same_day' ? blankCategory.amount : deadline.amount,
    steps: plan?.steps.join('\n') ?? '',
    contacts: plan?.contacts.map(({ name, phone }) => `${name} ${phone}`).join('\n') ?? '',
    told: plan?.posts ?? [],
  }
}

/** What is sent. A plan without steps is no plan. */
export function categoryOf(values: CategoryValues): NewCategory {
  const { group, severity, unit, amount, post, escalation } = values
  const steps = linesOf(values.steps)
  return {
    ...{ name: values.name.trim(), group, severity, post: post ?? null, escalation: [...escalation] },
    deadline: unit === 'same_day' ? { unit } : { unit, amount },
    plan:
      steps.length === 0
        ? null
        : { steps, contacts: linesOf(values.contacts).map(contactOf), posts: [...values.told] },
  }
}

/** Lines of contacts that name nobody or give no number. */
export function brokenContacts(contacts: string): string[] {
  return linesOf(contacts).filter((line) => {
    const { name, phone } = contactOf(line)
    return name === '' || !/\d{3}/.test(phone)
  })
}

/** "王主任 0943-5521234": the number is the last word. */
function contactOf(line: string): { name: string; phone: string } {
  const at = Math.max(line.lastIndexOf(' '), line.lastIndexOf('\t'), line.lastIndexOf('\u3000'))
  return at < 0
    ? { name: '', phone: line }
    : { name: line.slice(0, at).trim(), phone: line.slice(at + 1).trim() }
}

function linesOf(text: string): string[] {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
}
