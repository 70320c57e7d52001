import { env } from 'cloudflare:workers'
import { sql } from 'drizzle-orm'
import type { Complaint } from '../../schema/api/complaints.ts'
import { newForm } from '../../worker/actions/complaints/form-token.ts'
import { type Answer, Client } from './client.ts'
import type { TestCounty } from './county.ts'
import { withCatalogue } from './issues.ts'

/** A county whose office has opened its form, with the usual catalogue. */
export async function opensForm(county: TestCounty, hotline: string | null = null): Promise<void> {
  const { office, at } = county
  await withCatalogue(county)
  await standsForItsCode(county)
  const answer = await office.put(at('/complaints/setting'), { open: true, hotline })
  if (answer.status !== 200) throw new Error(answer.text)
}

/** Its code leads to this county, whichever other has been approved for it before. */
async function standsForItsCode({ control, id, code }: TestCounty): Promise<void> {
  const decode = () => null
  await control.run(
    { sql: sql`update county set status = 'trial' where code = ${code} and id <> ${id}`, decode },
    { sql: sql`update county set status = 'approved' where id = ${id}`, decode },
  )
}

/** The address of a county's form, or of something below it. */
export function formAt({ code }: Pick<TestCounty, 'code'>, below = ''): string {
  return `/c/${code}/complaints${below}`
}

/** A browser that has looked at the form, and its own mark. */
export async function aReader(county: TestCounty): Promise<Client> {
  const reader = new Client()
  const page = await reader.get(formAt(county))
  if (page.status !== 200) throw new Error(page.text)
  return reader
}

/** The token of a form that this browser was handed a minute ago. */
export function aToken(county: TestCounty, reader: Client, openFor = 60_000): Promise<string> {
  const [device = ''] = (reader.cookie('letter-device') ?? '').split('.')
  return newForm(env.SESSION_SECRET, county.id, device, Date.now() - openFor)
}

export type Letter = Record<string, string>
export const aLetter: Letter = {
  kind: 'complaint',
  location: '水渠边',
  text: '水渠里堆满了垃圾，已经一个月了',
}

/** Sends the form as a browser does, with files where there are some. */
export async function sends(
  county: TestCounty,
  reader: Client,
  letter: Letter,
  files: readonly (readonly [name: string, bytes: Uint8Array<ArrayBuffer>])[] = [],
  headers: Record<string, string> = {},
): Promise<Answer> {
  const form = new FormData()
  const fields = { token: await aToken(county, reader), website: '', ...letter }
  for (const [name, value] of Object.entries(fields)) form.append(name, value)
  for (const [name, bytes] of files) form.append('photos', new File([bytes], name))
  return posts(reader, formAt(county), form, headers)
}

export async function posts(
  reader: Client,
  path: string,
  form: FormData,
  headers: Record<string, string> = {},
): Promise<Answer> {
  const body = new Response(form)
  const type = body.headers.get('content-type') ?? ''
  return reader.send('POST', path, new Uint8Array(await body.arrayBuffer()), {
    'content-type': type,
    ...headers,
  })
}

/** The tracking code that a receipt shows. */
export function codeOn({ status, text }: Answer): string {
  const code = /<output>([0-9A-Z-]+)<\/output>/.exec(text)?.[1]
  if (status !== 200 || !code) throw new Error(`no receipt: ${status} ${text.slice(0, 2000)}`)
  return code
}

export async function follows(county: TestCounty, reader: Client, code: string): Promise<Answer> {
  const form = new FormData()
  form.append('code', code)
  return posts(reader, formAt(county, '/follow'), form)
}

/** What waits for the office, the newest first. */
export async function triage(county: TestCounty, query = ''): Promise<Complaint[]> {
  const answer = await county.office.get(county.at(`/complaints${query}`))
  return (answer.body as { items: Complaint[] }).items
}
