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
