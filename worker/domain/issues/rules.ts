import type { IssueRule } from '../../../schema/api/issues.ts'

/** An area and what it lies in, from the area itself up to its township. */
export type Lineage = readonly { id: string; level: string }[]
export type Lead = { lead: string; assisting: string[] }

/**
 * Who leads an issue of a category in an area, by the county's rules: the most particular rule that fits. One that
 * names the category goes before one that does not, then the nearest area; of two alike the older. Undefined where
 * no rule fits, or the rule's level is nowhere above the area.
 */
export function leadBy(rules: readonly IssueRule[], category: string, lineage: Lineage): Lead | undefined {
  const fitting = rules
    .filter((rule) => rule.category === null || rule.category === category)
    .map((rule) => ({ rule, near: nearness(rule.area, lineage) }))
    .filter(({ near }) => near !== undefined)
    .sort(
      (a, b) =>
        Number(b.rule.category !== null) - Number(a.rule.category !== null) ||
        (b.near ?? 0) - (a.near ?? 0) ||
        (a.rule.id < b.rule.id ? -1 : 1),
    )
  for (const { rule } of fitting) {
    const lead = rule.lead ?? ownArea(rule.level, lineage)
    if (lead !== undefined) return { lead, assisting: rule.assisting.filter((one) => one !== lead) }
  }
  return undefined
}

/** 0 for any area, more the nearer the rule's area is; undefined where it is another. */
function nearness(area: string | null, lineage: Lineage): number | undefined {
  if (area === null) return 0
  const at = lineage.findIndex(({ id }) => id === area)
  return at < 0 ? undefined : lineage.length - at
}

/** The issue's own village, or its township where the rule says so or it lies in no village. */
function ownArea(level: IssueRule['level'], lineage: Lineage): string | undefined {
  const township = lineage.find((area) => area.level === 'township')?.id
  if (level === 'township') return township
  return lineage.find((area) => area.level === 'village')?.id ?? township
}
