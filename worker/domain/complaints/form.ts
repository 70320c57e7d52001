import type { Place } from '../../../schema/api/common.ts'
import type { ComplaintKind } from '../../../schema/api/complaints.ts'

/** The form's fields as they were typed; a field that was not sent is empty. */
export type FormFields = Record<(typeof formFields)[number], string>
export const formFields = ['kind', 'category', 'area', 'location', 'lat', 'lng', 'text', 'contact'] as const

/** A complaint whose fields make sense; whether its category and area exist is for others to say. */
export type NewComplaint = {
  kind: ComplaintKind
  category: string | null
  area: string | null
  location: string | null
  place: Place | null
  text: string
  contact: string | null
}

export type FormFault =
  | 'text_short'
  | 'text_long'
  | 'unreadable'
  | 'place_missing'
  | 'place_unknown'
  | 'location_long'
  | 'point'
  | 'category_unknown'
  | 'contact_long'
  | 'photos_many'
  | 'photo_large'
  | 'photo_heic'
  | 'photo_type'
  | 'photo_damaged'
  | 'photo_dimensions'
/** What is wrong, by the field it stands beside. */
export type FormFaults = Partial<Record<(typeof formFields)[number] | 'photos', FormFault>>

/** In characters. */
export const shortest = 5
export const longest = { text: 2000, location: 200, contact: 100 }
/** How many photos may come with one, and how large each may be (bytes). */
export const photoLimits = { most: 4, bytes: 8_000_000 }

/** Reads the typed fields: what they say, and what is wrong with them. Text comes back trimmed, line ends as `\n`. */
export function readForm(fields: FormFields): { complaint: NewComplaint; faults: FormFaults } {
  const text = tidy(fields.text)
  const location = tidy(fields.location) || null
  const contact = tidy(fields.contact) || null
  const point = readPoint(fields.lat, fields.lng)
  const area = fields.area || null
  const complaint: NewComplaint = {
    ...{ kind: fields.kind === 'suggestion' ? 'suggestion' : 'complaint', text, location, contact, area },
    ...{ category: fields.category || null, place: point ?? null },
  }
  const nowhere = area === null && location === null && !point && complaint.kind === 'complaint'
  return {
    complaint,
    faults: {
      ...faultOf('area', nowhere && 'place_missing'),
      ...faultOf('lat', point === undefined && 'point'),
      ...faultOf('location', lengthOf(location ?? '') > longest.location && 'location_long'),
      ...faultOf('contact', lengthOf(contact ?? '') > longest.contact && 'contact_long'),
      ...faultOf('text', textFault(text)),
    },
  }
}

function faultOf(field: keyof FormFaults, fault: FormFault | false): FormFaults {
  return fault === false ? {} : { [field]: fault }
}

function textFault(text: string): FormFault | false {
  // Bytes of another character set arrive as replacement characters: nobody could read them.
  if (text.includes('\uFFFD')) return 'unreadable'
  const length = lengthOf(text)
  return length < shortest ? 'text_short' : length > longest.text && 'text_long'
}

/** A point; null where none was given, undefined where what was given is none. */
function readPoint(lat: string, lng: string): Place | null | undefined {
  if (lat.trim() === '' && lng.trim() === '') return null
  const [north, east] = [lat, lng].map((one) =>
    /^-?\d{1,3}(\.\d{1,10})?$/.test(one.trim()) ? Number(one) : 999,
  )
  if (north === undefined || east === undefined || Math.abs(north) > 90 || Math.abs(east) > 180)
    return undefined
  return { lat: north, lng: east }
}

/** Line ends as `\n`, other control characters as spaces. */
function tidy(text: string): string {
  return text
    .replace(/\r\n?/g, '\n')
    .replace(/[^\P{Cc}\n]/gu, ' ')
    .trim()
}

function lengthOf(text: string): number {
  return [...text].length
}
