import type { Role, Scope } from '../../../schema/api/access.ts'
import { grants, type Reach, type Verb } from './grants.ts'

/** Who acts: a member of the county or a machine token, with a role and a scope. */
export type Member = { id: string; role: Role; scope: Scope }

/** What is acted upon, as far as it matters to scopes; leave it out to ask "anywhere at all?". */
export type Target = {
  township?: string | null
  village?: string | null
  grid?: string | null
  unit?: string | null
}

/** Whether a member may do `verb` to `target`, or, without a target, to anything at all. */
export function can(member: Member, verb: Verb, target?: Target): boolean {
  const granted: Partial<Record<Role, Reach>> = grants[verb]
  const reach = granted[member.role]
  if (reach === undefined) return false
  return reach === 'any' || target === undefined || within(member.scope, target)
}

/** Whether a scope contains a target. A unit's scope contains what belongs to the unit, not the areas it covers. */
export function within(scope: Scope, target: Target): boolean {
  switch (scope.kind) {
    case 'county':
      return true
    case 'township':
      return scope.id !== null && target.township === scope.id
    case 'village':
      return scope.id !== null && target.village === scope.id
    case 'grid':
      return scope.id !== null && target.grid === scope.id
    case 'unit':
      return scope.id !== null && target.unit === scope.id
  }
}
