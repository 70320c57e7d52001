import { expect, test } from 'vitest'
import { type Role, roles } from '../../../schema/api/access.ts'
import { can, type Member, within } from '../../../worker/domain/access/can.ts'
import { grants, type Verb } from '../../../worker/domain/access/grants.ts'
import { scopesOfRole } from '../../../worker/domain/access/scopes.ts'

const verbs = Object.keys(grants) as Verb[]

function member(role: Role): Member {
  const kind = scopesOfRole[role][0] ?? 'county'
  return { id: 'm', role, scope: { kind, id: kind === 'county' ? null : 'mine', township: null } }
}

/** What each role may do at all, and, after "own:", only inside its scope. Read it as the office would. */
const table = Object.fromEntries(
  roles.map((role) => {
    const anywhere = verbs.filter((verb) => can(member(role), verb, {}))
    const own = verbs.filter((verb) => can(member(role), verb) && !anywhere.includes(verb))
    return [role, [...anywhere, ...own.map((verb) => `own:${verb}`)].sort()]
  }),
)

test('the whole table, role by role', () => {
  expect(table).toMatchSnapshot()
})

test('whoever may change a thing may read it', () => {
  const reads: [Verb, Verb][] = verbs
    .filter((verb) => verb.endsWith('.write') && `${verb.split('.')[0]}.read` in grants)
    .map((verb) => [verb, `${verb.split('.')[0]}.read` as Verb])
  expect(reads.length).toBeGreaterThan(8)
  for (const [write, read] of reads) {
    for (const role of roles)
      if (can(member(role), write)) expect(can(member(role), read), `${role} ${read}`).toBe(true)
  }
})

test('a scope holds its own area or unit and nothing beside it', () => {
  for (const kind of ['township', 'village', 'grid', 'unit'] as const) {
    const scope = { kind, id: 'mine', township: null }
    expect(within(scope, { [kind]: 'mine' })).toBe(true)
    expect(within(scope, { [kind]: 'other' })).toBe(false)
    expect(within(scope, {})).toBe(false)
    expect(within({ ...scope, id: null }, { [kind]: null })).toBe(false)
  }
  expect(within({ kind: 'county', id: null, township: null }, { village: 'any' })).toBe(true)
})

test('nobody but the office manages members, tokens, areas and units', () => {
  for (const verb of ['member.write', 'token.write', 'area.write', 'unit.write'] as const) {
    expect(roles.filter((role) => can(member(role), verb))).toEqual(['county_admin'])
  }
})
