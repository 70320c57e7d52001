/** What a route takes beyond the usual round trips, to each database exactly, and why. */
export type MoreTrips = { trips: { CONTROL: number; shard: number }; why: string }

/** Reads of a county, which usually take one trip to CONTROL and one to the shard. */
export const moreReads: Record<string, MoreTrips> = {
  ...ofCounty('GET', {
    members: listsControl(),
    tokens: listsControl(),
    erasure: listsControl(),
    setup: namesPeople('how many members there are, read beside the shard'),
    'audit/facets': namesPeople('who the actors were'),
    'issues/relapses': namesPeople('who verified'),
    'audit/sheet': more(2, 2, 'an export: the rows a page at a time, and the names of all they could name'),
    'issues/sheet': more(1, 2, 'an export: the rows a page at a time, and the names of all they could name'),
    archive: more(5, 69, 'everything the county has, a page of each table at a time'),
    'audit/verification': more(1, 3, 'all rows a page at a time, held against the seals'),
    'personal-data/own': more(3, 2, 'everything about one person, a legal request of once in a while'),
    'members/{id}/personal-data': more(
      2,
      2,
      'everything about one person, a legal request of once in a while',
    ),
    field: more(
      1,
      2,
      'what a phone fetches in the background: finding its 200 issues twice would double the rows',
    ),
    'columns/{id}': more(1, 2, 'a draft: known names are looked for in the text as the program folds it'),
    'rounds/{id}/standings/{subject}/inspections': more(
      1,
      2,
      'whether a source follows from inspections stands in the round',
    ),
    'bulletins/{id}': draftOfBulletin(),
    'bulletins/{id}/document.docx': draftOfBulletin(),
    'bulletins/{id}/annex.xlsx': draftOfBulletin(),
    'bulletins/{id}/chat': draftOfBulletin(),
  }),
}

/**
 * Writes, which usually take three: the caller, what the change depends on, and the change. Here as many as they may
 * take, since some are refused earlier in a county where everything has happened already.
 */
export const moreWrites: Record<string, { most: number; why: string }> = {
  ...each(4, 'reads again what it wrote, with the names its answer shows', [
    'PUT setup/skipped',
    'POST boards',
    'PATCH rounds/{id}',
    'PUT rounds/{id}/roster',
    'POST rounds/{id}/objections',
    'PUT consequences/{id}/record',
    'PATCH assignments/{id}',
    'PUT consequences/{id}/schedule',
    'DELETE consequences/{id}/schedule',
    'PUT consequences/{id}/follow-up',
    'DELETE consequences/{id}/follow-up',
    'PUT consequences/{id}/completion',
    'DELETE consequences/{id}/completion',
    'PUT consequences/{id}/cancellation',
    'DELETE consequences/{id}/cancellation',
    'PUT issue-categories/catalogue',
    'PUT complaints/{id}/joining',
    'PUT complaints/{id}/reception',
    'PUT posts/holders',
    'PUT inspections/{id}/annulment',
    'PUT columns/{id}/submission',
    'DELETE columns/{id}/submission',
    'PUT columns/{id}/withdrawal',
    'PUT columns/{id}/photos/{photo}/mark',
    'POST field-codes',
    'DELETE field-codes/{code}',
    'PUT grids/{id}/points',
    'PUT patrols/{id}',
    'PATCH bulletins/{id}',
    'PUT bulletins/{id}/issue',
    'PUT activities/{id}/retraction',
    'POST teams',
    'PATCH teams/{id}',
    'PATCH tasks/{id}',
  ]),
  ...each(5, 'looks at one thing to know which other to look at, and reads again what it wrote', [
    'POST boards/{id}/rounds',
    'PUT objections/{id}/withdrawal',
    'PUT complaints/{id}/refusal',
    'POST draws',
    'PUT columns/{id}/discard',
    'DELETE columns/{id}/discard',
    'POST bulletins',
    'PUT activities/{id}',
    'PATCH activities/{id}',
    'PUT meetings/{id}',
    'PATCH meetings/{id}',
  ]),
  ...each(6, 'makes one thing of another: both are looked at and written', [
    'PUT meetings/{id}/decisions/{decision}/task',
    'PUT meetings/{id}/decisions/{decision}/issue',
  ]),
  ...each(7, 'makes an issue of a complaint, and hurries the county where it is an emergency', [
    'PUT complaints/{id}/issue',
  ]),
  ...each(8, 'an article with its place, issue, photos and the marks on them', [
    'PUT columns/{id}',
    'PATCH columns/{id}',
  ]),
  ...each(
    5,
    'publishes: the round, what was said where no draft tells it, who holds which post, and all of it',
    ['PUT rounds/{id}/publication'],
  ),
  ...each(9, 'ranks again, and every later round whose streaks it changes', [
    'POST rounds/{id}/revisions',
    'PUT objections/{id}/ruling',
  ]),
  ...each(9, 'moves a village in the tree, in CONTROL and in every member whose reach it was', [
    'PUT areas/{id}/merger',
    'DELETE areas/{id}/merger',
  ]),
  ...each(5, 'changes an account, which stands in CONTROL, and writes it down in the county’s audit', [
    'POST members',
    'POST members/invitations',
    'POST members/{id}/reset',
    'PATCH members/{id}',
    'PUT members/{id}/erasure',
    'POST tokens',
    'DELETE tokens/{id}',
  ]),
  ...each(4, 'looks for a person in both databases', ['POST personal-data/searches']),
}

/** What the public reads, where no copy is kept: the county, the version of the page, and what it shows. */
export const morePages: Record<string, MoreTrips> = {
  ...Object.fromEntries(
    ['atom', 'rss', 'json'].map((kind) => [
      `GET /c/:county/feed.${kind}`,
      more(1, 3, 'boards, bulletins and columns one after the other'),
    ]),
  ),
  'GET /c/:county/villages/:village': more(1, 3, 'the village’s own rounds follow from what its boards show'),
}

function each(most: number, why: string, routes: readonly string[]) {
  return Object.fromEntries(
    routes.map((route) => {
      const [method, path] = route.split(' ')
      return [`${method} /api/v1/counties/{county}/${path}`, { most, why }]
    }),
  )
}

/** The list itself stands in CONTROL, and is asked for once the caller is known. */
function listsControl(): MoreTrips {
  return more(2, 0, 'what it lists stands in CONTROL, and is only asked for once the caller is known')
}

function namesPeople(why: string): MoreTrips {
  return more(2, 1, `members' names stand in CONTROL alone: ${why}`)
}

function draftOfBulletin(): MoreTrips {
  return more(1, 2, 'a draft: its blocks say what is to be read, as of now; an issued one is read in one')
}

function more(CONTROL: number, shard: number, why: string): MoreTrips {
  return { trips: { CONTROL, shard }, why }
}

function ofCounty(method: string, routes: Record<string, MoreTrips>): Record<string, MoreTrips> {
  return Object.fromEntries(
    Object.entries(routes).map(([path, one]) => [`${method} /api/v1/counties/{county}/${path}`, one]),
  )
}
