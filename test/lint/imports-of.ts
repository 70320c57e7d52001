export interface Import {
  from: string
  /** Whether nothing of it is left at run time. */
  typeOnly: boolean
  line: number
}

/** Every module a source file names: imports, re-exports, dynamic imports. */
export function importsOf(source: string): Import[] {
  const code = withoutComments(source)
  const found: Import[] = []
  const add = (from: string | undefined, index: number, typeOnly: boolean) => {
    if (from) found.push({ from, typeOnly, line: code.slice(0, index).split('\n').length })
  }
  for (const match of code.matchAll(statement))
    add(match[3], match.index, isTypeOnly(match[1], match[2] ?? ''))
  for (const match of code.matchAll(bare)) add(match[1], match.index, false)
  for (const match of code.matchAll(dynamic)) add(match[2], match.index, match[1] !== undefined)
  return found
}

// The clause holds names, braces, commas and stars only, so a match can't run on into the next statement.
const statement = /^(?:import|export)\s+(type\s+)?([\w$*{},\s]*?)\s*from\s*['"]([^'"]+)['"]/gm
const bare = /^import\s*['"]([^'"]+)['"]/gm
const dynamic = /(typeof\s+)?\bimport\(\s*['"]([^'"]+)['"]/g

function isTypeOnly(keyword: string | undefined, clause: string): boolean {
  if (keyword) return true
  const names = /^\{([^}]*)\}$/
    .exec(clause.trim())?.[1]
    ?.split(',')
    .map((name) => name.trim())
  return names?.every((name) => name === '' || name.startsWith('type ')) ?? false
}

/** Blanks comments but keeps line breaks, so that line numbers stay true; strings are left as they are. */
function withoutComments(source: string): string {
  const tokens = /'(?:[^'\\\n]|\\.)*'|"(?:[^"\\\n]|\\.)*"|`(?:[^`\\]|\\.)*`|\/\*[\s\S]*?\*\/|\/\/[^\n]*/g
  return source.replace(tokens, (text) => (text.startsWith('/') ? text.replace(/[^\n]/g, ' ') : text))
}
