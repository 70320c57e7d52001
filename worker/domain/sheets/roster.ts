import { bareName, normalName, writtenForms } from './village-name.ts'

/** One subject a sheet may speak of; `township` is its township's id. */
export type RosterSubject = { id: string; code: string; name: string; township: string; townshipName: string }

/** A roster prepared for looking names up; made once per sheet. */
export type RosterIndex = {
  subjects: readonly RosterSubject[]
  byId: ReadonlyMap<string, RosterSubject>
  /** By written form, one map per strictness (see writtenForms). */
  byForm: readonly ReadonlyMap<string, readonly RosterSubject[]>[]
  /** Township ids by full and by short name: 博爱县磨头镇, 磨头镇 and 磨头. */
  townships: ReadonlyMap<string, readonly string[]>
  townshipNames: ReadonlyMap<string, string>
}

/** `townships` adds those that have no subject of their own in the roster. */
export function indexRoster(
  subjects: readonly RosterSubject[],
  townships: readonly { id: string; name: string }[] = [],
): RosterIndex {
  const byForm = [0, 1, 2].map(() => new Map<string, RosterSubject[]>())
  const byTownshipName = new Map<string, string[]>()
  const townshipNames = new Map<string, string>()
  for (const subject of subjects) {
    writtenForms(subject.name).forEach((forms, strictness) => {
      for (const form of new Set(forms)) add(byForm[strictness], form, subject)
    })
    townshipNames.set(subject.township, subject.townshipName)
  }
  for (const { id, name } of townships) townshipNames.set(id, name)
  for (const [id, name] of townshipNames) {
    for (const form of townshipForms(name)) add(byTownshipName, form, id)
  }
  const byId = new Map(subjects.map((subject) => [subject.id, subject]))
  return { subjects, byId, byForm, townships: byTownshipName, townshipNames }
}

/** The township a cell names, by full or short name; null where it names none, or more than one. */
export function townshipNamed(text: string, index: RosterIndex): string | null {
  const ids = index.townships.get(normalName(text)) ?? index.townships.get(bareName(text)) ?? []
  return ids.length === 1 ? (ids[0] ?? null) : null
}

/** National data writes 博爱县磨头镇; people write 磨头镇 or 磨头. */
function townshipForms(name: string): Set<string> {
  const full = normalName(name)
  const local = full.replace(/^.{1,6}?[县市区旗](?=.{1,8}(?:镇|乡|街道|街道办事处)$)/u, '')
  return new Set([full, local, bareName(local)])
}

function add<Value>(map: Map<string, Value[]> | undefined, key: string, value: Value): void {
  const values = map?.get(key)
  if (values) values.push(value)
  else map?.set(key, [value])
}
