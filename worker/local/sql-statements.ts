/**
 * Cuts a migration file into its statements: at each semicolon that stands in no string, name, comment or trigger body.
 * Statements come back without comments' line breaks lost, trimmed, without their semicolon; empty ones are left out.
 */
export function sqlStatements(sql: string): string[] {
  const statements: string[] = []
  let start = 0
  let words: string[] = []
  for (const token of sql.matchAll(tokens)) {
    const [text] = token
    if (/^\w/.test(text)) words.push(text.toUpperCase())
    if (text !== ';' || inTriggerBody(words)) continue
    add(statements, sql.slice(start, token.index))
    start = token.index + 1
    words = []
  }
  add(statements, sql.slice(start))
  return statements
}

// Comments, strings, quoted names, words, semicolons; whatever else there is needs no attention.
const tokens = /--[^\n]*|\/\*[\s\S]*?\*\/|'(?:[^']|'')*'|"(?:[^"]|"")*"|`[^`]*`|\[[^\]]*\]|\w+|;/g

/** A trigger's own statements end in semicolons too; the trigger ends with an END that closes no CASE. */
function inTriggerBody(words: string[]): boolean {
  const isTrigger = words[0] === 'CREATE' && words.slice(1, 3).some((word) => word === 'TRIGGER')
  if (!isTrigger) return false
  const opened = words.filter((word) => word === 'BEGIN' || word === 'CASE').length
  return opened === 0 || opened > words.filter((word) => word === 'END').length
}

function add(statements: string[], text: string) {
  const isEmpty = text.replace(/--[^\n]*|\/\*[\s\S]*?\*\//g, '').trim() === ''
  if (!isEmpty) statements.push(text.trim())
}
