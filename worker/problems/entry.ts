import type { ContentfulStatusCode } from 'hono/utils/http-status'

/** One kind of problem: its status, and title and detail per language; `{name}` is filled from the parameters. */
export type ProblemEntry = { status: ContentfulStatusCode; zh: [string, string]; en: [string, string] }
