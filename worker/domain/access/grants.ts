import type { Role } from '../../../schema/api/access.ts'

/** `any` reaches over the whole county, `own` only inside the member's scope. */
export type Reach = 'any' | 'own'
const any = 'any'
const own = 'own'

const everyone: Record<Role, Reach> = {
  county_admin: any,
  county_leader: any,
  inspector: any,
  drone_operator: any,
  township_reporter: any,
  township_leader: any,
  department: any,
  village_secretary: any,
  grid_member: any,
}
const office = { county_admin: any } as const
const officeAndLeader = { county_admin: any, county_leader: any } as const
const officeAndTownship = { county_admin: any, township_leader: own, township_reporter: own } as const

/**
 * The one table of who may do what. `any` reaches over the whole county, `own` only inside the member's scope.
 * A verb that a role does not have is refused. Read by the routes and by the console to hide a button.
 */
export const grants = {
  'county.read': everyone,
  'county.archive': office,
  'area.read': everyone,
  'area.write': office,
  'unit.read': everyone,
  'unit.write': office,
  'post.read': { ...officeAndLeader, township_leader: own, township_reporter: own },
  'post.write': office,
  'member.read': office,
  'member.write': office,
  'token.read': office,
  'token.write': office,
  'calendar.read': everyone,
  'calendar.write': office,
  'setup.read': officeAndLeader,
  'setup.write': office,
  'campaign.read': everyone,
  'campaign.write': office,
  'board.read': everyone,
  'board.write': { county_admin: any, township_leader: own },
  'round.read': everyone,
  'round.write': { county_admin: any, township_leader: own },
  'report.read': {
    ...officeAndLeader,
    township_leader: own,
    township_reporter: own,
    inspector: own,
    drone_operator: own,
  },
  'report.write': {
    county_admin: any,
    township_leader: own,
    township_reporter: own,
    inspector: own,
    drone_operator: own,
  },
  /** Standings of a round still open: the office alone, and the county's leaders. */
  'draft.read': { ...officeAndLeader, township_leader: own },
  /** Standings of a closed round, before publication. */
  'closed.read': {
    ...officeAndLeader,
    township_leader: any,
    township_reporter: any,
    village_secretary: any,
  },
  'standings.read': everyone,
  'objection.read': {
    ...officeAndLeader,
    township_leader: own,
    township_reporter: own,
    village_secretary: own,
  },
  'objection.write': { ...officeAndTownship, village_secretary: own },
  'objection.rule': { county_admin: any, township_leader: own },
  'publication.write': { county_admin: any, township_leader: own },
  'revision.write': { county_admin: any, township_leader: own },
  'revision.read': { ...officeAndLeader, township_leader: any },
  'consequence.read': {
    ...officeAndLeader,
    township_leader: own,
    township_reporter: own,
    village_secretary: own,
  },
  'consequence.write': { county_admin: any, township_leader: own },
  'consequence.cancel': office,
  'sheet.read': everyone,
  'sheet.write': office,
  'inspection.read': {
    ...officeAndLeader,
    inspector: any,
    drone_operator: any,
    township_leader: own,
    township_reporter: own,
    village_secretary: own,
    grid_member: own,
  },
  'inspection.write': { county_admin: any, inspector: any, township_leader: own, township_reporter: own },
  'inspection.annul': office,
  'visit.read': { ...officeAndLeader, inspector: own },
  'visit.write': office,
  /** Beside being let see a thing the photo is evidence of, or having uploaded it. */
  'photo.read': everyone,
  'photo.write': { ...everyone },
  /** Pictures used for two different areas. */
  'photo.judge': office,
  'category.read': everyone,
  'category.write': office,
  'issue.read': {
    ...officeAndLeader,
    inspector: any,
    drone_operator: any,
    township_leader: own,
    township_reporter: own,
    department: own,
    village_secretary: own,
    grid_member: own,
  },
  'issue.write': {
    ...officeAndLeader,
    inspector: any,
    drone_operator: any,
    township_leader: own,
    township_reporter: own,
    department: any,
    village_secretary: own,
    grid_member: own,
  },
  'issue.assign': { county_admin: any, township_leader: own },
  'issue.rectify': {
    county_admin: any,
    township_leader: own,
    township_reporter: own,
    department: own,
    village_secretary: own,
    grid_member: own,
  },
  'issue.verify': {
    county_admin: any,
    inspector: any,
    drone_operator: any,
    township_leader: own,
    township_reporter: own,
  },
  /** Rejecting, joining duplicates, approving a deferral. */
  'issue.rule': { county_admin: any, township_leader: own },
  /** Solving one on the spot, in the field: found and closed at once. */
  'issue.solve': { ...officeAndLeader, township_leader: own },
  /** The mobilisation log and the teams of volunteers. */
  'outreach.read': {
    ...officeAndLeader,
    township_leader: own,
    township_reporter: own,
    village_secretary: own,
  },
  'outreach.write': { ...officeAndTownship, village_secretary: own },
  /** Beside those whose area or unit was asked to come. */
  'meeting.read': {
    ...officeAndLeader,
    township_leader: own,
    township_reporter: own,
    department: own,
    inspector: own,
    village_secretary: own,
  },
  'meeting.write': officeAndTownship,
  /** Tasks that meetings gave: whoever leads one settles it. */
  'task.read': {
    ...officeAndLeader,
    township_leader: own,
    township_reporter: own,
    department: own,
    inspector: own,
    village_secretary: own,
  },
  'task.settle': {
    county_admin: any,
    township_leader: own,
    township_reporter: own,
    department: own,
    inspector: own,
    village_secretary: own,
  },
  /** Where the county's news is sent to, and what became of it. */
  'webhook.read': office,
  'webhook.write': office,
  /** What stands in the columns; drafts and what stood there are for those who write and review. */
  'column.read': everyone,
  'column.draft': { ...officeAndLeader, township_leader: own, township_reporter: own },
  'column.write': officeAndTownship,
  'column.review': officeAndLeader,
  /** Whether the columns are public, and how long what is rectified stands there. */
  'column.rule': office,
  /** What the public wrote, and how to reach them: never for those it is about. */
  'complaint.read': officeAndLeader,
  'complaint.write': office,
  'notice.read': everyone,
  /** What was issued; drafts are for those who may write them. */
  'bulletin.read': everyone,
  'bulletin.write': { county_admin: any, township_leader: own },
  /** What a phone needs to work without signal. */
  'field.read': everyone,
  /** Grids with their points, and what patrols found. */
  'patrol.read': {
    ...officeAndLeader,
    inspector: any,
    township_leader: own,
    township_reporter: own,
    village_secretary: own,
    grid_member: own,
  },
  'patrol.write': { ...officeAndTownship, village_secretary: own, grid_member: own },
  'point.write': { ...officeAndTownship, village_secretary: own },
  /** Codes to print for villages and grids. */
  'code.write': officeAndTownship,
  /** What is odd about times and places of records. */
  'place.judge': office,
  /** How each reporter reports beside the others. */
  'rater.read': officeAndLeader,
  'audit.read': officeAndLeader,
  /** What the county holds about oneself. */
  'own.read': everyone,
  /** What it holds about anybody, and where a name stands. */
  'person.read': office,
  'person.erase': office,
} as const satisfies Record<string, Partial<Record<Role, Reach>>>

export type Verb = keyof typeof grants
