import { readFileSync } from 'node:fs'

type Rules = { version: 2; rules: Record<string, { set: Record<string, string> }> }

/**
 * Reads a `_headers` file as Cloudflare's static files do: an address pattern at the line's beginning, and below it,
 * indented, the headers of what it fits. Throws where a line is neither.
 */
export function readHeaders(file: string): Rules {
  const rules: Rules['rules'] = {}
  let set: Record<string, string> | undefined
  for (const line of readFileSync(file, 'utf8').split('\n')) {
    if (line.trim() === '' || line.startsWith('#')) continue
    if (line.startsWith('/')) {
      set = {}
      rules[line.trim()] = { set }
      continue
    }
    const [, name, value] = /^\s+([\w-]+):\s*(.+)$/.exec(line) ?? []
    if (!set || !name || !value) throw new Error(`${file}: what is "${line}"?`)
    set[name] = value.trim()
  }
  return { version: 2, rules }
}
