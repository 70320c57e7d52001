import { z } from '@hono/zod-openapi'
import type { Context } from 'hono'
import type { AppEnv } from './app-env.ts'
import { saveAs } from './file-name.ts'

const xlsx = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

export const docx = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'

/** A file of a type as an answer in a route's definition. */
export function fileAnswer(type: string, description: string) {
  return { description, content: { [type]: { schema: z.string().openapi({ format: 'binary' }) } } }
}

/** A spreadsheet as an answer in a route's definition. */
export function xlsxAnswer(description: string) {
  return fileAnswer(xlsx, description)
}

/** A file to be saved under its name; `type` is .xlsx by default. */
export function attachment(
  c: Context<AppEnv>,
  { name, bytes, type = xlsx }: { name: string; bytes: Uint8Array; type?: string },
) {
  const ending = type === xlsx ? 'xlsx' : type === docx ? 'docx' : 'csv'
  c.header('content-type', type)
  c.header('content-disposition', saveAs(name, ending))
  return c.body(new Uint8Array(bytes), 200)
}
