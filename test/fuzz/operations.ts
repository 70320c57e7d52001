import { app } from '../../worker/app.ts'
import type { Schema } from './values.ts'

export type Parameter = { name: string; in: 'path' | 'query' | 'header'; required?: boolean; schema?: Schema }

/** What the OpenAPI document says of a way to call the service. `types` are the bodies' media types it takes. */
export type Operation = {
  method: string
  path: string
  parameters: readonly Parameter[]
  body?: Schema
  types: readonly string[]
}

type Described = {
  parameters?: Parameter[]
  requestBody?: { content?: Record<string, { schema?: Schema }> }
}

const document = app.getOpenAPI31Document({ openapi: '3.1.0', info: { title: '', version: '' } })

/** Every operation of the OpenAPI document. */
export const operations: Operation[] = Object.entries(document.paths ?? {}).flatMap(([path, methods]) =>
  Object.entries(methods as Record<string, Described>).map(([method, { parameters = [], requestBody }]) => {
    const content = requestBody?.content ?? {}
    const body = content['application/json']?.schema
    return {
      method: method.toUpperCase(),
      path: path.replace(/(.)\/$/, '$1'),
      parameters,
      types: Object.keys(content),
      ...(body && { body }),
    }
  }),
)

/** Pages, feeds and files outside the document: whatever else answers a GET, with its parameters in braces. */
export const pages: Operation[] = [
  ...new Set(
    app.routes
      .filter(({ method, path }) => method === 'GET' && !path.startsWith('/api/v1'))
      .map(({ path }) => path.replaceAll(/:(\w+)/g, '{$1}')),
  ),
].map((path) => ({ method: 'GET', path, parameters: [], types: [] }))

/** The public's forms, which browsers send without a script. */
export const forms: Operation[] = ['/c/{county}/complaints', '/c/{county}/complaints/follow'].map((path) => ({
  ...{ method: 'POST', path, parameters: [] },
  types: ['multipart/form-data'],
}))
