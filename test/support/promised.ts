import { z } from 'zod'
import { ProblemDocument } from '../../schema/api/common.ts'
import { app } from '../../worker/app.ts'

type Promised = { method: string; path: RegExp; answers: Record<string, z.ZodType | undefined> }

/** What every route of the OpenAPI document promises, from the schemas that the document is made of. */
const routes: Promised[] = app.openAPIRegistry.definitions.flatMap((definition) => {
  if (definition.type !== 'route') return []
  const { method, path, responses } = definition.route
  const answers = Object.entries(responses).map(([status, answer]) => [
    status,
    'content' in answer ? schemaOf(answer.content?.['application/json']) : undefined,
  ])
  const pattern = path.replace(/\/$/, '').replace(/[{:](\w+)\}?/g, '[^/]+')
  return [
    {
      method: method.toUpperCase(),
      path: new RegExp(`^${pattern}/?$`),
      answers: Object.fromEntries(answers),
    },
  ]
})

/**
 * Where an answer breaks what its route promises: an undeclared status, a shape that does not fit, or a member that
 * the schema does not know. Empty where all is as promised, and for paths outside the document.
 */
export function broken(
  method: string,
  path: string,
  status: number,
  type: string | null,
  body: unknown,
): string[] {
  if (status >= 400)
    return type?.startsWith('application/problem+json') ? misfits(ProblemDocument.loose(), body) : []
  const route = routes.find((one) => one.method === method && one.path.test(path))
  if (!route) return []
  if (!(status in route.answers)) return [`${status} is not declared`]
  const schema = route.answers[status]
  return schema ? misfits(schema, body) : []
}

function misfits(schema: z.ZodType, body: unknown): string[] {
  const read = schema.safeParse(body)
  if (!read.success) return [z.prettifyError(read.error)]
  return unknownMembers(body, read.data, '')
}

/** Members that were answered but are gone after parsing: the schema does not know them. */
function unknownMembers(answered: unknown, parsed: unknown, at: string): string[] {
  if (typeof answered !== 'object' || answered === null || typeof parsed !== 'object' || parsed === null)
    return []
  return Object.entries(answered).flatMap(([name, value]) =>
    name in parsed
      ? unknownMembers(value, (parsed as Record<string, unknown>)[name], `${at}/${name}`)
      : [`${at}/${name} is not in the schema`],
  )
}

function schemaOf(content: unknown): z.ZodType | undefined {
  const schema =
    typeof content === 'object' && content !== null && 'schema' in content ? content.schema : undefined
  return schema instanceof z.ZodType ? schema : undefined
}
