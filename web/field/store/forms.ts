import { type Body, currentForm } from './records.ts'

/** Brings a body from one form to the next; pure, so that it can be done again after a kill. */
export type Lift = (body: Body) => Body

/** `lifts[0]` brings form 1 to form 2, and so on. Forms are never taken out: a draft may be as old as its phone. */
export const lifts: readonly Lift[] = []

/** The body in today's form; undefined where it was written by a newer version of the app than this one. */
export function lifted(
  { body, form }: { body: Body; form: number },
  current: number = currentForm,
  steps: readonly Lift[] = lifts,
): Body | undefined {
  if (form > current) return undefined
  return steps.slice(form - 1, current - 1).reduce((each, lift) => lift(each), body)
}

/** What a record says that only a newer version of the app can send. */
export const tooNew = {
  status: 0,
  code: 'app-too-old',
  title: '',
  detail: '',
  errors: [],
} as const
