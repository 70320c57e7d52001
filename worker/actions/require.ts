import { can, type Member, type Target } from '../domain/access/can.ts'
import type { Verb } from '../domain/access/grants.ts'
import { Problem } from '../problems/problem.ts'

/** Refuses (403) where the member's scope does not contain the target. */
export function requireCan(member: Member, verb: Verb, target: Target): void {
  if (!can(member, verb, target)) throw new Problem('forbidden')
}
