/** The ids and days that a county's reads are asked with. */
export type Known = Record<
  | ('county' | 'code' | 'board' | 'published' | 'open' | 'no' | 'village' | 'township' | 'group')
  | ('issue' | 'inspection' | 'consequence' | 'bulletin' | 'article' | 'complaint' | 'meeting' | 'draw')
  | ('day' | 'since'),
  string
>

/**
 * Every read of a county and its site, with what people narrow it by: `{day}` is today, `{since}` a week ago, other
 * names in braces are of what the county has last. Exports stand apart: they carry all there is.
 */
export const countyReads: Record<string, readonly string[]> = {
  '/areas': ['', '?level=village'],
  '/activities': ['', '?kind=home_visit', '?from={since}&to={day}', '?township={township}'],
  '/audit': [
    ...['', '?actor=system', '?verb=issue.closed', '?kind=round', '?target={issue}', '?from={since}'],
    '?verb=issue.closed&actor=system',
  ],
  '/audit/facets': [''],
  '/audit/seals': [''],
  '/boards': [''],
  '/boards/{board}': [''],
  '/boards/{board}/banner': [''],
  '/boards/{board}/history': [''],
  '/boards/{board}/rounds': ['', '?state=published', '?since={since}T00:00:00Z'],
  '/boards/{board}/series': [''],
  '/bulletin-rules': [''],
  '/bulletins': ['', '?state=issued', '?state=draft', '?kind=weekly', '?state=issued&kind=daily'],
  '/bulletins/{bulletin}': [''],
  '/bulletins/{bulletin}/chat': [''],
  '/calendar': [''],
  '/campaigns': [''],
  '/columns': ['', '?state=withdrawn', '?state=expired', '?township={township}', '?kind=practice'],
  '/columns/{article}': [''],
  '/commitments': ['', '?state=open', '?state=done', '?township={township}'],
  '/complaints': ['', '?state=received', '?state=declined', '?township={township}'],
  '/complaints/setting': [''],
  '/complaints/statistics': [''],
  '/complaints/{complaint}': [''],
  '/consequences': [
    ...[
      '',
      '?kind=interview',
      '?stage=proposed',
      '?stage=done',
      '?township={township}',
      '?round={published}',
    ],
    ...['?stage=done&kind=commend', '?state=proposed', '?state=recorded&township={township}'],
  ],
  '/consequences/{consequence}': [''],
  '/consequences/{consequence}/assignments': [''],
  '/consequences/{consequence}/events': [''],
  '/deliveries': ['', '?state=pending'],
  '/draws': [''],
  '/draws/{draw}': [''],
  '/erasure': [''],
  '/field': [''],
  '/field-codes': [''],
  '/grids': [''],
  '/grids/demo-grid-1/points': [''],
  '/inspections': [
    ...['', '?subject={village}', '?township={township}', '?unit={group}', '?sheet=demo-sheet-village'],
    '?from={since}&to={day}',
  ],
  '/inspections/{inspection}': [''],
  '/issue-categories': [''],
  '/issue-rules': [''],
  '/issues': [
    ...[
      '',
      '?settled=false',
      '?settled=true',
      '?state=closed',
      '?state=rejected',
      '?overdue=true&settled=false',
    ],
    ...['?township={township}', '?township={township}&settled=false', '?area={village}', '?lead={village}'],
    ...['?category=pile-waste', '?source=drone', '?township={township}&category=pile-waste', '?q=桥头'],
    ...['?settled=false&q=桥头', '?state=assigned&lead={village}'],
  ],
  '/issues/duplicates': ['?category=pile-waste&area={village}'],
  '/issues/relapses': ['?by=village', '?by=unit', '?by=verifier'],
  '/issues/summary': [''],
  '/issues/{issue}': [''],
  '/meetings': ['', '?from={since}&to={day}'],
  '/meetings/{meeting}': [''],
  '/members': [''],
  '/notices': ['', '?kind=overdue'],
  '/objections': ['', '?state=pending', '?state=rejected'],
  '/outreach/totals': ['?from={since}&to={day}'],
  '/patrols': ['', '?grid=demo-grid-1', '?from={since}&to={day}'],
  '/photos/flags': [''],
  '/place-flags': [''],
  '/posts': [''],
  '/pulse': [''],
  '/rounds/{open}': [''],
  '/rounds/{open}/reports': [''],
  '/rounds/{open}/reports/township/{township}': [''],
  '/rounds/{open}/standings': [''],
  '/rounds/{published}/standings': [''],
  '/rounds/{published}/standings/{village}': [''],
  '/rounds/{published}/standings/{village}/inspections': [''],
  '/rounds/{published}/inputs': [''],
  '/rounds/{published}/objections': [''],
  '/rounds/{published}/raters': ['', '?last=8'],
  '/rounds/{published}/revisions': [''],
  '/rounds/{published}/revisions/1': [''],
  '/rounds/{published}/revisions/1/inputs': [''],
  '/rounds/{published}/revisions/1/recomputation': [''],
  '/saved-filters': [''],
  '/second-factor': [''],
  '/settings/columns': [''],
  '/settings/revisits': [''],
  '/setup': [''],
  '/sheets': [''],
  '/sheets/demo-sheet-village': [''],
  '/tasks': ['', '?state=done'],
  '/teams': [''],
  '/tokens': [''],
  '/units': [''],
  '/units/people': [''],
  '/visits': ['', '?state=done', '?state=planned'],
  '/webhooks': [''],
}

/** What carries all there is, and so grows as the county's data does. */
export const countyExports: Record<string, readonly string[]> = {
  '/areas/sheet': [''],
  '/archive': [''],
  '/audit/sheet': ['?format=csv'],
  '/issues/sheet': [''],
}

/** The reads of the public site. */
export const publicReads: readonly string[] = [
  ...['/c/{code}', '/c/{code}/boards/{board}', '/c/{code}/boards/{board}?township={township}'],
  ...[
    '/c/{code}/villages/{village}',
    '/c/{code}/boards/{board}/rounds',
    '/c/{code}/boards/{board}/rounds/{no}',
  ],
  ...['/c/{code}/archive', '/c/{code}/about', '/c/{code}/privacy', '/c/{code}/bulletins'],
  ...['/c/{code}/bulletins/{bulletin}', '/c/{code}/columns', '/c/{code}/columns/{article}'],
  ...['/c/{code}/feed.atom', '/c/{code}/feed.rss', '/c/{code}/feed.json', '/c/{code}/complaints'],
  ...['/c/{code}/sitemap.xml', '/api/v1/public/counties/{county}/boards'],
  ...['/api/v1/public/counties/{county}/boards/{board}/latest', '/api/v1/public/counties/{county}/columns'],
]

/** A read as it is asked. */
export function filledIn(read: string, known: Known): string {
  return read.replace(/\{(\w+)\}/g, (_, name: string) => known[name as keyof Known] ?? `no-${name}`)
}
