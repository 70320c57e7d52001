import type { ProblemDocument } from '../../schema/api/common.ts'

/** A request the server refused: RFC 9457, already in the reader's language. */
export class ApiProblem extends Error {
  readonly status: number
  /** The last part of `type`, e.g. `county-taken`. */
  readonly code: string
  readonly title: string
  readonly detail: string
  readonly errors: readonly { path: string; message: string }[]
  /** The whole document, with whatever the problem carries beside the standard fields. */
  readonly document: ProblemDocument & Record<string, unknown>

  constructor(document: ProblemDocument & Record<string, unknown>) {
    super(`${document.title} ${document.detail}`)
    this.status = document.status
    this.code = document.type.slice(document.type.lastIndexOf('/') + 1)
    this.title = document.title
    this.detail = document.detail
    this.errors = document.errors ?? []
    this.document = document
  }

  /** What is said about one field; `path` as in the request's body, e.g. `account.login`. */
  at(path: string): string | undefined {
    return this.errors.find((error) => error.path === path)?.message
  }
}

/** The request never got an answer: no network, or a server that is down. */
export class Disconnected extends Error {}

/** Reads a refused answer. Something that is no problem document (a proxy's error page) becomes one without words. */
export async function problemOf(response: Response): Promise<ApiProblem> {
  const blank = { type: '/problems/unexpected', title: '', detail: '', instance: '', status: response.status }
  try {
    return new ApiProblem({ ...blank, ...((await response.json()) as Record<string, unknown>) })
  } catch {
    return new ApiProblem(blank)
  }
}
