import { guardHeaders } from '../../worker/domain/access/content-policy.ts'
import { problems } from '../../worker/problems/catalogue.ts'
import { languageOf } from '../../worker/problems/language.ts'
import { broken } from '../support/promised.ts'
import type { Asked } from './requests.ts'

/** What nobody outside may read: where code stands, how statements are written, what keeps sessions. */
const inner =
  /\bat .{1,200}:\d+:\d+|SQLITE_|D1_ERROR|node_modules|worker\/(data|actions|http)\/|constraint failed|SESSION_SECRET|a-secret-of-the-tests/

/** What is wrong with an answer, whatever was asked; empty where nothing is. */
export function faultsOf(asked: Asked, answer: Response, text: string, canary: string): string[] {
  const { pathname } = new URL(asked.path, 'http://localhost')
  const type = answer.headers.get('content-type')
  const json = type?.includes('json') && !type.includes('feed') ? parsed(text) : text
  return [
    ...(answer.status >= 500 ? [`${answer.status}: ${text.slice(0, 300)}`] : []),
    ...broken(asked.method, pathname, answer.status, type, json),
    ...(answer.status >= 400 && pathname.startsWith('/api/v1') ? problemFaults(asked, answer, json) : []),
    ...(inner.test(text) ? [`says too much: ${inner.exec(text)?.[0]}`] : []),
    ...(text.includes(canary) ? ['shows another county'] : []),
    ...Object.keys(guardHeaders)
      .filter((name) => !answer.headers.has(name))
      .map((name) => `has no ${name}`),
  ]
}

/** A refusal is a problem of the catalogue, in the language asked for. */
function problemFaults({ headers }: Asked, answer: Response, said: unknown): string[] {
  if (!answer.headers.get('content-type')?.startsWith('application/problem+json'))
    return [`${answer.status} is no problem document`]
  const { type = '', title, status } = said as { type?: string; title?: string; status?: number }
  const code = type.replace('/problems/', '').replaceAll('-', '_')
  const entry = problems[code as keyof typeof problems]
  if (!entry) return [`${type} is not in the catalogue`]
  const language = languageOf(new Headers(headers))
  return [
    ...(title === entry[language][0] ? [] : [`"${title}" is not what ${code} is called in ${language}`]),
    ...(status === answer.status ? [] : [`says ${status} with ${answer.status}`]),
  ]
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return text
  }
}
