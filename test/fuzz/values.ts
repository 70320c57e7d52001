import type { Random } from './random.ts'

/** As much of JSON Schema as the OpenAPI document uses. */
export type Schema = {
  type?: string | string[]
  properties?: Record<string, Schema>
  required?: string[]
  additionalProperties?: boolean | Schema
  items?: Schema
  anyOf?: Schema[]
  oneOf?: Schema[]
  allOf?: Schema[]
  enum?: unknown[]
  const?: unknown
  pattern?: string
  format?: string
  minimum?: number
  maximum?: number
  minLength?: number
  maxLength?: number
  minItems?: number
  maxItems?: number
}

/** A value that fits a schema; `ids` are ones that exist, for wherever an id is asked for. */
export function valueFor(schema: Schema, random: Random, ids: readonly string[]): unknown {
  if (schema.const !== undefined) return schema.const
  if (schema.enum) return random.of(schema.enum)
  const choices = schema.anyOf ?? schema.oneOf
  if (choices) return valueFor(random.of(choices), random, ids)
  if (schema.allOf) return Object.assign({}, ...schema.allOf.map((part) => valueFor(part, random, ids)))
  const type = Array.isArray(schema.type) ? random.of(schema.type) : schema.type
  switch (type) {
    case 'object':
      return objectFor(schema, random, ids)
    case 'array': {
      const least = schema.minItems ?? 0
      const length = random.whole(least, Math.min(schema.maxItems ?? 3, least + 2))
      return Array.from({ length }, () => valueFor(schema.items ?? {}, random, ids))
    }
    case 'string':
      return textFor(schema, random, ids)
    case 'integer':
    case 'number':
      return numberFor(schema, random, type === 'integer')
    case 'boolean':
      return random.chance(0.5)
    case 'null':
      return null
    default:
      return random.of(['任意', 1, true, null])
  }
}

function objectFor(schema: Schema, random: Random, ids: readonly string[]): Record<string, unknown> {
  const known = Object.entries(schema.properties ?? {}).filter(
    ([name]) => schema.required?.includes(name) || random.chance(0.5),
  )
  const made = known.map(([name, part]) => [name, valueFor(part, random, ids)])
  const rest = schema.additionalProperties
  const more = typeof rest === 'object' ? [[random.of(ids), valueFor(rest, random, ids)]] : []
  return Object.fromEntries([...made, ...more])
}

const words = ['清理村口垃圾', '整治办', 'plain text', '第 3 组', '张', '王家庄村', 'a']

/** Patterns of the document by what they ask for; a new one needs an entry. */
const patterned: Record<string, (random: Random, ids: readonly string[]) => string> = {
  '^\\d{6}$': (random) => random.of(['620423', '410822', '000000']),
  '^[a-z0-9][a-z0-9._@+-]*$': (random) => `login-${random.whole(0, 40)}`,
  '^(\\d{2}|\\d{4}|\\d{6}|\\d{9})$': (random) => random.of(['62', '6204', '620423', '620423100']),
  '^[A-Za-z0-9_-]+$': (random, ids) => random.of(ids),
  '^([01]\\d|2[0-3]):[0-5]\\d$': (random) => random.of(['00:00', '09:30', '23:59']),
  '^[a-z_]+\\.[a-z_.-]+$': (random) => random.of(['report.sent', 'round.closed']),
  '^[a-z_]+$': (random) => random.of(['village_head', 'issue', 'round']),
  '^[0-9a-f]{64}$': (random) => random.of(['0', 'f', '1']).repeat(64),
  '^[a-z0-9_-]+$': (random) => random.of(['township', 'leaders', 'drone', 'a1']),
}

function textFor(schema: Schema, random: Random, ids: readonly string[]): string {
  if (schema.pattern !== undefined) {
    const make = patterned[schema.pattern]
    return make ? make(random, ids) : random.of(ids)
  }
  if (schema.format === 'date') return `2026-${two(random.whole(1, 12))}-${two(random.whole(1, 28))}`
  if (schema.format === 'date-time')
    return `2026-${two(random.whole(1, 12))}-${two(random.whole(1, 28))}T01:00:00Z`
  const text = random.chance(0.2) ? random.of(ids) : random.of(words)
  const least = text.padEnd(schema.minLength ?? 0, '字')
  return random.chance(0.1) && schema.maxLength !== undefined && schema.maxLength <= 4000
    ? '长'.repeat(schema.maxLength)
    : least.slice(0, schema.maxLength ?? 4000)
}

function numberFor({ minimum = 0, maximum = 1000 }: Schema, random: Random, whole: boolean): number {
  if (random.chance(0.2)) return random.of([minimum, maximum])
  const most = Math.min(maximum, minimum + 1000)
  return whole
    ? random.whole(Math.ceil(minimum), Math.floor(most))
    : minimum + random.next() * (most - minimum)
}

function two(n: number): string {
  return String(n).padStart(2, '0')
}
