type Scalar = string | number | boolean
export type TomlValue = Scalar | TomlValue[] | TomlTable
export interface TomlTable {
  [key: string]: TomlValue
}

/**
 * Reads the part of TOML that wrangler.toml uses: `[table]`, `[[list.of.tables]]`, and on each line a key with a string, number,
 * boolean or list of those. Anything else throws, naming the line, so that nothing is ever silently left out.
 */
export function parseToml(text: string): TomlTable {
  const top: TomlTable = {}
  let table = top
  for (const [number, line] of joinLists(text)) {
    if (line === '') continue
    const header = /^(\[\[?)([\w.-]+)\]\]?$/.exec(line)
    const pair = /^([\w-]+)\s*=\s*(.+)$/s.exec(line)
    if (header?.[2]) table = open(top, header[2].split('.'), header[1] === '[[')
    else if (pair?.[1] && pair[2]) table[pair[1]] = value(pair[2], number)
    else throw new Error(`line ${number}: not understood: ${line}`)
  }
  return top
}

/** Lines without their comments, with their numbers; a list written over several lines becomes one. */
function* joinLists(text: string): Generator<[number: number, line: string]> {
  let pending = ''
  let since = 0
  for (const [index, raw] of text.split(/\r?\n/).entries()) {
    const line = withoutComment(raw, index + 1)
    if (pending === '') since = index + 1
    pending = `${pending} ${line}`.trim()
    if (/^[\w-]+\s*=\s*\[/.test(pending) && !pending.endsWith(']')) continue
    yield [since, pending]
    pending = ''
  }
  if (pending !== '') throw new Error(`line ${since}: the list has no end`)
}

function withoutComment(line: string, number: number): string {
  const content = /^(?:[^"'#]|"(?:[^"\\]|\\.)*"|'[^']*')*/.exec(line)?.[0] ?? ''
  const rest = line.slice(content.length)
  if (rest !== '' && !rest.startsWith('#'))
    throw new Error(`line ${number}: the text has no end: ${line.trim()}`)
  return content.trim()
}

function open(top: TomlTable, path: string[], isList: boolean): TomlTable {
  let table = top
  for (const [depth, key] of path.entries()) {
    const existing = table[key]
    if (isList && depth === path.length - 1) {
      const list = Array.isArray(existing) ? existing : []
      table[key] = list
      const added: TomlTable = {}
      list.push(added)
      return added
    }
    // Below a list of tables, a name means its last entry.
    const next = Array.isArray(existing) ? existing.at(-1) : existing
    if (isTable(next)) table = next
    else {
      const added: TomlTable = {}
      table[key] = added
      table = added
    }
  }
  return table
}

function value(text: string, line: number): TomlValue {
  try {
    // What wrangler.toml holds is JSON but for literal strings, trailing commas and underscores in numbers.
    const json = text
      .replace(/"(?:[^"\\]|\\.)*"|'([^']*)'/g, (quoted, literal) =>
        literal === undefined ? quoted : JSON.stringify(literal),
      )
      .replace(/,\s*\]$/, ']')
    return JSON.parse(/^[\d_]+$/.test(json) ? json.replaceAll('_', '') : json)
  } catch {
    throw new Error(`line ${line}: the value is not understood: ${text}`)
  }
}

export function isTable(value: TomlValue | undefined): value is TomlTable {
  return typeof value === 'object' && !Array.isArray(value)
}
