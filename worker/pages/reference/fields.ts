import type { Document, Schema } from './open-api.ts'

/** One line of a schema's table: `depth` says how far inside it lies. */
export type Field = { depth: number; name: string; type: string; required: boolean; notes: string }

type Walk = { document: Document; seen: readonly string[] }

/** A schema as lines, its members in order, each followed by what lies inside it. */
export function fieldsOf(schema: Schema, document: Document): Field[] {
  return inside(schema, 0, { document, seen: [] })
}

function inside(schema: Schema, depth: number, walk: Walk): Field[] {
  const { target, walk: deeper } = follow(schema, walk)
  if (!target || depth > 6) return []
  const choices = choicesOf(target)
  if (choices.length > 1) {
    const objects = choices.filter((choice) => follow(choice, deeper).target?.properties)
    return objects.flatMap((choice, i) => [
      ...(objects.length > 1
        ? [{ depth, name: `${i + 1}/${objects.length}`, type: '', required: false, notes: '' }]
        : []),
      ...inside(choice, depth, deeper),
    ])
  }
  if (choices[0]) return inside(choices[0], depth, deeper)
  if (target.items) return inside(target.items, depth, deeper)
  const own = Object.entries(target.properties ?? {}).flatMap(([name, member]) => [
    line(name, member, depth, target.required?.includes(name) ?? false, deeper),
    ...inside(member, depth + 1, deeper),
  ])
  const rest = target.additionalProperties
  if (typeof rest !== 'object' || Object.keys(rest).length === 0) return own
  return [...own, line('{…}', rest, depth, false, deeper), ...inside(rest, depth + 1, deeper)]
}

function line(name: string, schema: Schema, depth: number, required: boolean, walk: Walk): Field {
  const target = follow(schema, walk).target ?? {}
  return { depth, name, required, type: typeOf(schema, walk), notes: notesOf(target) }
}

/** What a schema is called in a table: `string`, `integer[]`, `"open" | "closed"`, `string | null`. */
export function typeOf(schema: Schema, walk: Walk): string {
  const { target, walk: deeper } = follow(schema, walk)
  if (!target) return 'object'
  if (target.const !== undefined) return JSON.stringify(target.const)
  if (target.enum) return target.enum.map((value) => JSON.stringify(value)).join(' | ')
  const choices = choicesOf(target)
  if (choices.length > 0) return [...new Set(choices.map((choice) => typeOf(choice, deeper)))].join(' | ')
  if (target.type === 'array') {
    const of = typeOf(target.items ?? {}, deeper)
    return of.includes('|') ? `(${of})[]` : `${of}[]`
  }
  return [target.type ?? 'object'].flat().join(' | ')
}

function notesOf(schema: Schema): string {
  const { format, minimum, maximum, minLength, maxLength, minItems, maxItems, description } = schema
  const range = (low: number | undefined, high: number | undefined, of: string) => {
    const bottom = low !== undefined && Math.abs(low) < Number.MAX_SAFE_INTEGER ? `${of} ≥ ${low}` : ''
    const top = high !== undefined && high < Number.MAX_SAFE_INTEGER ? `${of} ≤ ${high}` : ''
    return [bottom, top]
  }
  const notes = [
    description ?? '',
    format ?? '',
    ...range(minimum, maximum, ''),
    ...range(minLength, maxLength, 'length'),
    ...range(minItems, maxItems, 'items'),
  ]
  return notes
    .map((note) => note.trim())
    .filter((note) => note !== '')
    .join(' · ')
}

function choicesOf({ anyOf, oneOf, allOf }: Schema): Schema[] {
  return anyOf ?? oneOf ?? allOf ?? []
}

/** Follows a reference once; undefined where it leads back into itself. */
function follow(schema: Schema, walk: Walk): { target: Schema | undefined; walk: Walk } {
  if (schema.$ref === undefined) return { target: schema, walk }
  const name = schema.$ref.split('/').at(-1) ?? ''
  if (walk.seen.includes(name)) return { target: undefined, walk }
  const target = walk.document.components?.schemas?.[name]
  return { target, walk: { ...walk, seen: [...walk.seen, name] } }
}
