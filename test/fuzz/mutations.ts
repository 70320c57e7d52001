import type { Random } from './random.ts'

/** What no form of ours sends: types, ends of ranges, and characters that break programs. */
const odd: readonly unknown[] = [
  ...[null, true, false, 0, -1, 1, -0.5, 0.1, 501, 1e21, 1e308, -1e308, 5e-324, 2 ** 53 + 2, 4_294_967_296],
  ...[
    '',
    ' ',
    '\t',
    '\u0000',
    'a\u0000b',
    '\u200b',
    '\u202e反',
    '\ud800',
    'x\udfff',
    '🀄👨‍👩‍👧',
    'é\u0301',
    '\uffff',
    '\u0007',
  ],
  ...[
    '0',
    '-1',
    '1e9',
    'NaN',
    'null',
    'undefined',
    '[object Object]',
    '__proto__',
    'constructor',
    'toString',
  ],
  ...[
    '=1+1',
    "'; drop table area; --",
    '%',
    '_',
    '*',
    '"',
    '\\',
    '<script>alert(1)</script>',
    '../../etc/passwd',
  ],
  ...[
    '2026-02-30',
    '2026-13-01',
    '0000-01-01',
    '9999-12-31',
    '9999-12-31T23:59:59.999Z',
    '0000-01-01T00:00:00Z',
  ],
  ...[
    '2026-11-22T01:00:00+08:00',
    '+275760-09-13T00:00:00Z',
    '24:00',
    'https://',
    'javascript:0',
    'https://[::1]/',
  ],
  ...['长'.repeat(101), '长'.repeat(4001), 'x'.repeat(70_000), [], {}, [[]], [null], { a: 1 }, [1, 2, 3]],
]

export function oddValue(random: Random): unknown {
  return random.of(odd)
}

/** The value with one place in it changed: another value, one less, one more, one that is unknown, one twice. */
export function mutated(value: unknown, random: Random, ids: readonly string[]): unknown {
  if (typeof value !== 'object' || value === null || random.chance(0.08)) return strange(random, ids)
  if (Array.isArray(value)) return mutatedList(value, random, ids)
  const entries = Object.entries(value)
  const at = random.whole(0, Math.max(0, entries.length - 1))
  const [name = 'a', part] = entries[at] ?? []
  const way = random.next()
  if (way < 0.12) return Object.fromEntries(entries.filter(([other]) => other !== name))
  if (way < 0.2)
    return { ...value, [random.of(['county', 'role', 'state', 'score', 'id', 'constructor'])]: 'x' }
  if (way < 0.25) return { ...value, [`${name}\u0000`]: part }
  if (typeof part === 'object' && part !== null) return { ...value, [name]: mutated(part, random, ids) }
  return { ...value, [name]: strange(random, ids) }
}

function mutatedList(list: readonly unknown[], random: Random, ids: readonly string[]): unknown {
  const at = random.whole(0, Math.max(0, list.length - 1))
  const way = random.next()
  if (way < 0.15) return list.filter((_, i) => i !== at)
  if (way < 0.3) return [...list, list[at] ?? null]
  if (way < 0.35) return Array.from({ length: 6000 }, () => list[at] ?? 0)
  if (way < 0.45) return [...list, strange(random, ids)]
  return list.map((item, i) => (i === at ? mutated(item, random, ids) : item))
}

function strange(random: Random, ids: readonly string[]): unknown {
  return random.chance(0.25) ? random.of(ids) : random.of(odd)
}

/** JSON's text with its writing itself damaged. */
export function damagedText(json: string, random: Random): string | Uint8Array<ArrayBuffer> {
  switch (random.whole(0, 9)) {
    case 0:
      return json.slice(0, random.whole(0, json.length))
    case 1:
      return '['.repeat(random.of([33, 1000, 200_000]))
    case 2:
      return `${'{"a":'.repeat(40)}1${'}'.repeat(40)}`
    case 3:
      return json.replace(/^\{/, '{"__proto__":{"role":"county_admin"},')
    case 4:
      return json.replace(/^\{("[^"]*":)/, '{$1null,$1')
    case 5:
      return json.replace(/\d+/, random.of(['1e999', '-0', '0.1e-400', '99999999999999999999999', '01']))
    case 6:
      return new Uint8Array([...new TextEncoder().encode(json.slice(0, -2)), 0xff, 0xc3, 0x22, 0x7d])
    case 7:
      return `\ufeff${json}`
    case 8:
      return ''
    default:
      return random.of(['null', '1', '"a"', 'true', '[]', '{}', 'NaN', "{'a':1}", 'a=1&b=2', '<a/>'])
  }
}
