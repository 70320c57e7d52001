import type { Holding } from './holdings.ts'

/** Columns of a table by what they hold, their names separated by spaces; `impersonal` says nothing of anybody. */
export type Columns = Partial<Record<Holding | 'impersonal', string>>

/**
 * Every column with text or JSON of every table, classified. A test walks the tables and fails where one is missing, so
 * that whoever adds a column decides here what it holds. Tables of CONTROL, which belong to no county, come first.
 */
export const inventory: Record<string, Columns> = {
  account: { account: 'login name', credential: 'password', impersonal: 'id createdAt disabledAt' },
  activation: {
    account: 'login name',
    credential: 'token',
    impersonal: 'kind membership account createdAt expiresAt usedAt',
  },
  control_receipt: { receipt: 'answer', impersonal: 'caller key request createdAt' },
  county: {
    impersonal:
      'id code name kind province city office status areas createdAt approvedAt suspendedAt suspendedFor secondFactorSince',
  },
  county_erasure: {
    actor: 'requestedBy confirmedBy cancelledBy',
    text: 'reason',
    impersonal: 'id county code state requestedAt confirmedAt dueAt cancelledAt startedAt erasedAt sealHash',
  },
  county_import: { impersonal: 'county archive code done startedAt' },
  due: { impersonal: 'county' },
  job_failure: { impersonal: 'county kind error firstAt lastAt resolvedAt' },
  membership: {
    account: 'login name',
    impersonal: 'id county account role scopeKind scope township createdAt disabledAt erasedAt',
  },
  recovery_code: { credential: 'hash', impersonal: 'account usedAt' },
  second_factor: { credential: 'secret recoverySalt', impersonal: 'account createdAt confirmedAt' },
  session: {
    credential: 'id secret previousSecret rotatedAt createdAt expiresAt revokedAt',
    impersonal: 'account',
  },
  sign_in_failure: { credential: 'key' },
  token: {
    actor: 'createdBy',
    text: 'name',
    impersonal: 'id county hash role scopeKind scope township createdAt expiresAt revokedAt',
  },
  vital_sign: { impersonal: 'name' },

  activity: {
    actor: 'by',
    text: 'note retractedWhy',
    impersonal: 'id kind area township day monday team at retractedAt',
  },
  area: { household: 'name', impersonal: 'id code level parent mergedInto' },
  area_merger: { impersonal: 'id area into at moves undoneAt' },
  area_place: { impersonal: 'area places' },
  assignment: {
    actor: 'settledBy owner',
    text: 'text',
    impersonal: 'id origin originId lead assisting dueOn state createdAt township dueAt overdueAt settledAt',
  },
  assignment_event: { actor: 'by', text: 'note detail', impersonal: 'id assignment kind at' },
  audit: { actor: 'actor target', impersonal: 'id at verb detail' },
  audit_late: { impersonal: 'id' },
  audit_seal: { impersonal: 'after upTo previous hash sealedAt' },
  board: { impersonal: 'id campaign name subject owner cadence visibility shows policy createdAt' },
  bulletin: {
    actor: 'createdBy issuedBy',
    text: 'title content data withdrawnFor',
    impersonal:
      'id kind state owner issuer number visibility fromDay toDay round occasion digest createdAt issuedAt withdrawnAt',
  },
  calendar_day: { impersonal: 'day kind name' },
  campaign: { impersonal: 'id name startsOn endsOn' },
  column_article: {
    actor: 'author writers publishedBy',
    text: 'title text reason',
    impersonal: 'id kind state area township issue visibility expiresOn createdAt at publishedAt digest',
  },
  column_photo: { text: 'caption', impersonal: 'article photo role copy' },
  complaint: {
    complaint: 'text location place reason',
    impersonal:
      'id code digest at kind category area village township language state released issue settledAt',
  },
  complaint_answer: { actor: 'by', text: 'text', impersonal: 'id complaint at' },
  complaint_contact: { contact: 'contact', impersonal: 'complaint' },
  complaint_count: { credential: 'key' },
  consequence: {
    actor: 'recordedBy cancelledBy',
    interview: 'posts record host',
    text: 'reason venue completionNote',
    impersonal:
      'id round key kind band township subjects state dueOn recordedAt createdAt scheduledFor followUpOn completedAt stage',
  },
  county_setting: { text: 'value', impersonal: 'key' },
  decision: { text: 'text', impersonal: 'id meeting became issue' },
  delivery: {
    message: 'message said',
    impersonal: 'id webhook event subject state fault at settledAt',
  },
  draft: { impersonal: 'round result computedAt said' },
  draw: {
    actor: 'by',
    text: 'note',
    impersonal: 'id board round seed input sheet dueOn left at',
  },
  erasure: { impersonal: 'request since' },
  field_code: { actor: 'by revokedBy', impersonal: 'code area at revokedAt' },
  grid_point: { text: 'name', impersonal: 'id grid place' },
  history: { impersonal: 'board round closedAt standings carried' },
  inspection: {
    actor: 'inspector annulledBy',
    place: 'place startedAt endedAt',
    text: 'findings answers note annulledFor',
    impersonal: 'id sheet subject township village purpose visit unit receivedAt digest annulledAt',
  },
  issue: {
    actor: 'foundBy rectifiedBy closedBy',
    place: 'place lat lng foundAt',
    text: 'text location measure sourceRef',
    impersonal:
      'id category source area township state receivedAt assignment lead dueAt overdueAt rectifiedAt closedAt duplicateOf village rectifiedFor deferralTo relapsedAt lastStep digest',
  },
  issue_assisting: { impersonal: 'party issue' },
  issue_category: {
    text: 'plan',
    impersonal: 'id name group deadline post escalation createdAt',
  },
  issue_closure: { actor: 'verifier', impersonal: 'id issue village township lead at relapsedAt' },
  issue_event: {
    actor: 'by',
    place: 'deviceAt',
    text: 'note detail',
    impersonal: 'id issue kind at role scope digest',
  },
  issue_rule: { impersonal: 'id category area lead level assisting createdAt' },
  issue_tally: { impersonal: 'township' },
  last_place: { actor: 'member', lastPlace: 'place at', impersonal: 'area' },
  meeting: {
    actor: 'by',
    meeting: 'speeches attendance',
    text: 'title venue agenda',
    impersonal: 'id kind owner township heldAt',
  },
  notice: {
    notice: 'posts',
    text: 'text',
    impersonal: 'id kind at audience origin originId dueAt',
  },
  notice_mark: { actor: 'member', impersonal: 'upTo' },
  objection: {
    actor: 'filedBy ruledBy',
    text: 'text reason',
    impersonal: 'id round subject state filedAt amendments ruledAt',
  },
  patrol: {
    actor: 'by',
    place: 'startedAt endedAt',
    text: 'points note',
    impersonal: 'id grid village township receivedAt scope digest',
  },
  photo: {
    actor: 'by',
    place: 'takenAt place',
    impersonal: 'id state sha256 mime at thumbnail derivative source',
  },
  photo_flag: { actor: 'settledBy', text: 'note', impersonal: 'sha256 areas state at settledAt' },
  photo_use: { impersonal: 'target targetId photo role event area at' },
  place_flag: {
    actor: 'settledBy',
    place: 'detail',
    text: 'note',
    impersonal: 'id kind target targetId area state at settledAt',
  },
  post: { post: 'holder', impersonal: 'id area post startsOn endsOn' },
  receipt: { actor: 'caller', receipt: 'answer', impersonal: 'key request createdAt' },
  report: { actor: 'sentBy', impersonal: 'round source reporter entries sentAt digest' },
  revision: { actor: 'publishedBy', text: 'reason', impersonal: 'round result sha256 publishedAt' },
  revision_input: { impersonal: 'round input amendments' },
  round: {
    household: 'roster',
    impersonal: 'id board state opensAt closesAt closedAt publishedAt policy',
  },
  saved_filter: { actor: 'member', text: 'name query', impersonal: 'id list at' },
  scoring_sheet: { impersonal: 'id name subject method items template createdAt' },
  snapshot: {
    household: 'body',
    impersonal: 'board visibility shows round sha256 version',
  },
  unit: { impersonal: 'id name kind purpose covers' },
  unit_person: { post: 'name title', impersonal: 'id unit duty' },
  visit: {
    actor: 'inspector by',
    text: 'cancelledFor',
    impersonal: 'id purpose subject township unit sheet draw issue dueOn state inspection at',
  },
  volunteer_team: { text: 'name', impersonal: 'id area township' },
  webhook: { actor: 'by', text: 'name', impersonal: 'id url format secret events createdAt' },
}

/** Columns of a table that hold any of some kinds of data. */
export function columnsHolding(table: string, kinds: readonly (Holding | 'impersonal')[]): string[] {
  const columns = inventory[table] ?? {}
  return kinds.flatMap((kind) => (columns[kind] ?? '').split(' ').filter((name) => name !== ''))
}

/** The tables in which a kind of data stands. */
export function tablesHolding(kind: Holding): string[] {
  return Object.keys(inventory).filter((table) => columnsHolding(table, [kind]).length > 0)
}
