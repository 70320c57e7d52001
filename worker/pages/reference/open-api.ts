/** The parts of an OpenAPI 3.1 document that the reference page reads. */
export type Document = {
  info: { title: string; version: string }
  paths?: Record<string, Record<string, unknown>>
  components?: { schemas?: Record<string, Schema> }
}

export type Operation = {
  summary?: string
  description?: string
  parameters?: { name: string; in: string; required?: boolean; schema?: Schema }[]
  requestBody?: { content: Record<string, { schema?: Schema }> }
  responses: Record<string, { description: string; content?: Record<string, { schema?: Schema }> }>
  'x-verb'?: string
  security?: unknown[]
}

export type Schema = {
  $ref?: string
  type?: string | string[]
  format?: string
  pattern?: string
  enum?: unknown[]
  const?: unknown
  properties?: Record<string, Schema>
  required?: string[]
  additionalProperties?: boolean | Schema
  items?: Schema
  anyOf?: Schema[]
  oneOf?: Schema[]
  allOf?: Schema[]
  minimum?: number
  maximum?: number
  minLength?: number
  maxLength?: number
  minItems?: number
  maxItems?: number
  description?: string
}

export type Call = { id: string; method: string; path: string; operation: Operation }
/** The calls about one resource, in the order of their paths. */
export type Resource = { name: string; calls: Call[] }

const methods = ['get', 'post', 'put', 'patch', 'delete']

/** All calls of a document, grouped by the resource their path names first. */
export function resourcesOf(document: Document): Resource[] {
  const groups = new Map<string, Call[]>()
  for (const [path, item] of Object.entries(document.paths ?? {})) {
    for (const method of methods) {
      const operation = item[method] as Operation | undefined
      if (!operation) continue
      const name = resourceOf(path)
      const call = { id: anchor(method, path), method: method.toUpperCase(), path, operation }
      groups.set(name, [...(groups.get(name) ?? []), call])
    }
  }
  return [...groups].map(([name, calls]) => ({ name, calls }))
}

/** `/api/v1/counties/{county}/boards/{id}` is about boards; a county's own path is about the county. */
function resourceOf(path: string): string {
  const rest = path.replace(/^\/api\/v1\/?/, '').split('/')
  if (rest[0] === 'counties') return rest[2] ?? 'county'
  return rest[0] || 'service'
}

function anchor(method: string, path: string): string {
  const words = path.replace(/^\/api\/v1\//, '').replaceAll(/[{}]/g, '')
  return `${method}-${words.replaceAll(/[^\w]+/g, '-')}`
}
