import type { Role } from '../../../../schema/api/access.ts'
import { scopesOfRole } from '../../../../worker/domain/access/scopes.ts'

/** A choice of scope: an area or unit, under its full name, and the kind of scope it makes. */
export type ScopeChoice = { value: string; label: string; kind: 'township' | 'village' | 'grid' | 'unit' }

export type ListFault =
  | 'name'
  | 'login'
  | 'login_twice'
  | 'role'
  | 'scope_missing'
  | 'scope_unknown'
  | 'scope_many'

/** One pasted line: somebody to invite, or what is wrong with the line. `row` counts the lines from 1. */
export type ListRow = {
  row: number
  name: string
  login: string
  role: Role | undefined
  roleText: string
  scope: string | undefined
  scopeText: string
  fault: ListFault | undefined
}

type Words = {
  /** Roles by the names they go by. */
  roles: ReadonlyMap<string, Role>
  scopes: readonly ScopeChoice[]
}

/**
 * Reads a list pasted from a spreadsheet: name, login, role and scope, by tab or comma. A line of headings is left
 * out. A scope is named in full or, where no other of the role's kind has it, by the beginning of its name.
 */
export function readList(pasted: string, { roles, scopes }: Words): ListRow[] {
  const lines = pasted
    .split(/\r?\n/)
    .map((line) => line.split(/\t|[,，]/).map((cell) => cell.trim()))
    .filter((cells) => cells.some((cell) => cell !== ''))
  const [head, ...rest] = lines
  const body = head && isHeading(head) ? rest : lines
  const seen = new Set<string>()
  return body.map(([name = '', loginText = '', roleText = '', scopeText = ''], at) => {
    const login = loginText.toLowerCase()
    const role = roles.get(roleText.toLowerCase())
    const reach = role === undefined ? undefined : scopeOf(role, scopeText, scopes)
    const twice = seen.has(login)
    seen.add(login)
    const fault: ListFault | undefined =
      name === '' || name.length > 100
        ? 'name'
        : !/^[a-z0-9][a-z0-9._@+-]{2,63}$/.test(login)
          ? 'login'
          : twice
            ? 'login_twice'
            : role === undefined
              ? 'role'
              : reach?.fault
    return { row: at + 1, name, login, role, roleText, scope: reach?.scope, scopeText, fault }
  })
}

function scopeOf(
  role: Role,
  text: string,
  scopes: readonly ScopeChoice[],
): { scope?: string; fault?: ListFault } {
  const kinds = scopesOfRole[role]
  if (kinds.includes('county')) return {}
  if (text === '') return { fault: 'scope_missing' }
  const fitting = scopes.filter(({ kind }) => kinds.includes(kind))
  const plain = (name: string) => name.replaceAll(' ', '')
  const wanted = plain(text)
  for (const fits of [
    ({ label }: ScopeChoice) => plain(label) === wanted,
    ({ label }: ScopeChoice) => plain(label.split(' ').at(-1) ?? '') === wanted,
    ({ label }: ScopeChoice) =>
      plain(label).endsWith(wanted) || plain(label.split(' ').at(-1) ?? '').startsWith(wanted),
  ]) {
    const found = fitting.filter(fits)
    if (found.length === 1 && found[0]) return { scope: found[0].value }
    if (found.length > 1) return { fault: 'scope_many' }
  }
  return { fault: 'scope_unknown' }
}

/** 姓名, 登录名 … or name, login …: nobody is called so. */
function isHeading(cells: readonly string[]): boolean {
  return /^(?:\u59d3\u540d|name)$/iu.test(cells[0] ?? '')
}
