import { eq } from 'drizzle-orm'
import { complaint } from '../../schema/tables/county.ts'
import { formGround } from '../../worker/actions/complaints/form-ground.ts'
import { newDevice, newForm } from '../../worker/actions/complaints/form-token.ts'
import { submitForm } from '../../worker/actions/complaints/submit-form.ts'
import type { TestCounty } from '../support/county.ts'
import { officeContext } from '../support/photos.ts'

/** A complaint with a contact and an answer, and one that is to be taken up, each text carrying the canary. */
export type ComplaintFixture = { answered: string; waiting: string; answer: string }

export async function someComplaints(
  county: TestCounty,
  canary: string,
  village: string,
): Promise<ComplaintFixture> {
  const { office, at } = county
  const opened = await office.put(at('/complaints/setting'), { open: true, hotline: canary })
  if (opened.status !== 200) throw new Error(opened.text)
  const answered = await aComplaint(county, `${canary}投诉的事`, village)
  const waiting = await aComplaint(county, `${canary}又一件事`, village)
  const answer = `answer-${canary.toLowerCase()}`
  await office.put(at(`/complaints/${answered}/answers/${answer}`), { text: `${canary}答复`, settles: false })
  return { answered, waiting, answer }
}

/** Sent as the public form would be, a minute after it was opened. */
async function aComplaint(county: TestCounty, text: string, area: string): Promise<string> {
  const context = await officeContext(county)
  const ground = await formGround(county.db, context.now)
  if (!ground) throw new Error('the form is closed')
  const secret = context.env.SESSION_SECRET
  const device = (await newDevice(secret)).split('.')[0] ?? ''
  const token = await newForm(secret, county.id, device, context.now.getTime() - 60_000)
  const fields = {
    kind: 'complaint',
    category: '',
    location: '',
    lat: '',
    lng: '',
    area,
    text,
    contact: text,
  }
  const sent = { fields, files: [], token, trap: '', device, address: 'local', language: 'zh' as const }
  const submitted = await submitForm(context, ground, sent)
  const row = await county.db.first(complaint, eq(complaint.text, text))
  if (submitted.kind !== 'kept' || !row) throw new Error(JSON.stringify(submitted))
  return row.id
}
