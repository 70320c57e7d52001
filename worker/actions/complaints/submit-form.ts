import {
  type FormFaults,
  type FormFields,
  type NewComplaint,
  readForm,
} from '../../domain/complaints/form.ts'
import { isDoubtful } from '../../domain/complaints/limits.ts'
import type { CountyContext } from '../context.ts'
import type { FormGround } from './form-ground.ts'
import { readFormToken } from './form-token.ts'
import { type Received, receiveComplaint, type Sent } from './receive-complaint.ts'
import { readPhotos, type SentFile } from './sent-photos.ts'

export { type FormFaults, type FormFields, formFields } from '../../domain/complaints/form.ts'

/** A form as it arrived. */
export type Submission = {
  fields: FormFields
  files: readonly SentFile[]
  token: string
  /** What stood in the field that people do not see. */
  trap: string
  /** The browser's mark; undefined where it brought none back. */
  device: string | undefined
  address: string
  language: 'zh' | 'en'
}

/** `stale`: the form is not one handed out to this browser, or too old. */
export type Submitted = Received | { kind: 'wrong'; faults: FormFaults } | { kind: 'stale' }

/**
 * Takes in what a form sent. The form must be one handed out to the browser that sends it; whoever's browser keeps no
 * cookies is heard as well, but apart from the others.
 */
export async function submitForm(
  context: CountyContext,
  ground: FormGround,
  submission: Submission,
): Promise<Submitted> {
  const { fields, files, token, trap, device, address, language } = submission
  const { complaint, faults: typed } = readForm(fields)
  const lies = placeOf(ground, complaint.area)
  const category = ground.categories.find(({ id }) => id === complaint.category)
  const { photos = [], fault } = await readPhotos(files)
  const faults: FormFaults = {
    ...(complaint.category !== null && !category ? { category: 'category_unknown' } : {}),
    ...(complaint.area !== null && !lies ? { area: 'place_unknown' } : {}),
    ...typed,
    ...(fault === undefined ? {} : { photos: fault }),
  }
  const { env, county, now } = context
  const secret = env.SESSION_SECRET
  const form = await readFormToken(secret, county.id, token, now.getTime())
  if (Object.keys(faults).length > 0) return { kind: 'wrong', faults }
  if (!form || form.device !== (device ?? form.device)) return { kind: 'stale' }
  const openFor = now.getTime() - form.issuedAt
  return receiveComplaint(context, {
    ...{ form, complaint, photos, language, lies: lies ?? nowhere },
    categoryName: category?.name ?? null,
    doubtful: isDoubtful({ trap, openFor, knownDevice: device !== undefined }),
    sender: { device: form.device, address, contact: complaint.contact },
  })
}

type Lies = Sent['lies']
const nowhere: Lies = { village: null, township: null, name: null }

function placeOf({ townships }: FormGround, area: NewComplaint['area']): Lies | undefined {
  for (const township of townships) {
    if (township.id === area) return { village: null, township: township.id, name: township.name }
    const village = township.villages.find(({ id }) => id === area)
    if (village) return { village: village.id, township: township.id, name: village.name }
  }
  return undefined
}
