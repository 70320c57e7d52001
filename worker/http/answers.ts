import type { z } from '@hono/zod-openapi'
import { ProblemDocument } from '../../schema/api/common.ts'

/** A JSON answer in a route's definition. */
export function json<Schema extends z.ZodType>(schema: Schema, description: string) {
  return { description, content: { 'application/json': { schema } } }
}

/** A JSON body in a route's definition: required, and only JSON. */
export function body<Schema extends z.ZodType>(schema: Schema) {
  return { required: true, content: { 'application/json': { schema } } }
}

const anyProblem = {
  default: {
    description: 'A problem: RFC 9457',
    content: { 'application/problem+json': { schema: ProblemDocument } },
  },
}

/**
 * Every route may answer with a problem. It is thrown, never returned, so a handler's type need not know of it:
 * spelled out for some sixty statuses a route, it is what most of the compiler's time would go into.
 */
export const problem: Record<never, never> = anyProblem

/** Cuts one row more than asked for into a page with the cursor of the next one. */
export function paged<Row>(rows: readonly Row[], limit: number, cursor: (row: Row) => string) {
  const items = rows.slice(0, limit)
  const last = items.at(-1)
  return { items, nextCursor: rows.length > limit && last !== undefined ? cursor(last) : null }
}
