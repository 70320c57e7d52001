import { OpenAPIHono } from '@hono/zod-openapi'
import type { Hono } from 'hono'
import type { MergeSchemaPath, Schema } from 'hono/types'
import type { UnionToIntersection } from 'hono/utils/types'
import type { AppEnv } from './http/app-env.ts'
import { limitBody, requireJson } from './http/body.ts'
import { countyCaller } from './http/caller.ts'
import { denials } from './http/denials.ts'
import { problemOf, problemResponse } from './http/problem-response.ts'
import { receipts } from './http/receipts.ts'
import { request } from './http/request.ts'
import { soundJson } from './http/sound-json.ts'
import { refuseInvalid } from './http/validation.ts'
import { Problem } from './problems/problem.ts'
import { retryAfter, Unavailable } from './problems/unavailable.ts'
import { accountRoutes } from './routes/account.ts'
import { archiveRoutes } from './routes/archive.ts'
import { areaTreeRoutes } from './routes/area-trees.ts'
import { areaRoutes } from './routes/areas.ts'
import { auditRoutes } from './routes/audit.ts'
import { boardRoutes } from './routes/boards.ts'
import { bulletinRoutes } from './routes/bulletins.ts'
import { calendarRoutes } from './routes/calendar.ts'
import { campaignRoutes } from './routes/campaigns.ts'
import { columnPhotoRoutes } from './routes/column-photos.ts'
import { columnRoutes } from './routes/columns.ts'
import { commitmentRoutes } from './routes/commitments.ts'
import { complaintRoutes } from './routes/complaints.ts'
import { consequenceStepRoutes } from './routes/consequence-steps.ts'
import { consequenceRoutes } from './routes/consequences.ts'
import { consoleRoutes } from './routes/console-page.ts'
import { countyRoutes } from './routes/county.ts'
import { fieldRoutes } from './routes/field.ts'
import { fieldPageRoutes } from './routes/field-page.ts'
import { gridRoutes } from './routes/grids.ts'
import { healthRoutes } from './routes/health.ts'
import { historyRoutes } from './routes/history.ts'
import { identityRoutes } from './routes/identity.ts'
import { inspectionRoutes } from './routes/inspections.ts'
import { issueCategoryRoutes } from './routes/issue-categories.ts'
import { issueFigureRoutes } from './routes/issue-figures.ts'
import { issueSheetRoutes } from './routes/issue-sheets.ts'
import { issueRoutes } from './routes/issues.ts'
import { meetingRoutes } from './routes/meetings.ts'
import { memberRoutes } from './routes/members.ts'
import { metricsRoutes } from './routes/metrics.ts'
import { noticeRoutes } from './routes/notices.ts'
import { objectionRoutes } from './routes/objections.ts'
import { outreachRoutes } from './routes/outreach.ts'
import { pageRoutes } from './routes/pages.ts'
import { photoRoutes } from './routes/photos.ts'
import { platformRoutes } from './routes/platform.ts'
import { platformErasureRoutes } from './routes/platform-erasures.ts'
import { postRoutes } from './routes/posts.ts'
import { previewPages } from './routes/preview-pages.ts'
import { previewRoutes } from './routes/previews.ts'
import { privacyRoutes } from './routes/privacy.ts'
import { publicBoardRoutes } from './routes/public-boards.ts'
import { publicBulletinPhotoRoutes } from './routes/public-bulletin-photos.ts'
import { publicBulletinRoutes } from './routes/public-bulletins.ts'
import { columnPageRoutes, publicColumnRoutes } from './routes/public-columns.ts'
import { publicComplaintRoutes } from './routes/public-complaints.ts'
import { awayPage } from './routes/public-site.ts'
import { publicationRoutes } from './routes/publication.ts'
import { pulseRoutes } from './routes/pulse.ts'
import { raterRoutes } from './routes/raters.ts'
import { reference } from './routes/reference.ts'
import { regionRoutes } from './routes/regions.ts'
import { reportRoutes } from './routes/reports.ts'
import { revisionRoutes } from './routes/revisions.ts'
import { roundRoutes } from './routes/rounds.ts'
import { scoringSheetRoutes } from './routes/scoring-sheets.ts'
import { secondFactorRoutes } from './routes/second-factor.ts'
import { setupRoutes } from './routes/setup.ts'
import { sitemapRoutes } from './routes/sitemap.ts'
import { standingRoutes } from './routes/standings.ts'
import { tokenRoutes } from './routes/tokens.ts'
import { unitRoutes } from './routes/units.ts'
import { visitRoutes } from './routes/visits.ts'
import { webhookRoutes } from './routes/webhooks.ts'

const county = new OpenAPIHono<AppEnv>({ defaultHook: refuseInvalid })
county.use(denials, countyCaller, receipts)
const ofCounty = [
  countyRoutes,
  areaRoutes,
  areaTreeRoutes,
  unitRoutes,
  memberRoutes,
  secondFactorRoutes,
  tokenRoutes,
  campaignRoutes,
  calendarRoutes,
  setupRoutes,
  previewRoutes,
  boardRoutes,
  roundRoutes,
  reportRoutes,
  standingRoutes,
  raterRoutes,
  publicationRoutes,
  revisionRoutes,
  objectionRoutes,
  consequenceRoutes,
  consequenceStepRoutes,
  commitmentRoutes,
  pulseRoutes,
  auditRoutes,
  issueCategoryRoutes,
  issueFigureRoutes,
  issueSheetRoutes,
  issueRoutes,
  complaintRoutes,
  noticeRoutes,
  historyRoutes,
  postRoutes,
  scoringSheetRoutes,
  inspectionRoutes,
  visitRoutes,
  photoRoutes,
  columnRoutes,
  columnPhotoRoutes,
  fieldRoutes,
  gridRoutes,
  bulletinRoutes,
  outreachRoutes,
  meetingRoutes,
  webhookRoutes,
  archiveRoutes,
  privacyRoutes,
] as const
mount(county, '/', ofCounty)

const base = new OpenAPIHono<AppEnv>({ defaultHook: refuseInvalid })
base.use(request, limitBody, requireJson, soundJson)
base.notFound((c) => problemResponse(new Problem('not_found'), c.var.language, c.var.requestId))
base.onError((error, c) => {
  const problem = problemOf(error)
  if (problem && !(problem instanceof Unavailable)) {
    return problemResponse(problem, c.var.language, c.var.requestId)
  }
  // biome-ignore lint/suspicious/noConsole: the one place where an unexpected error reaches the operator's log
  console.error(
    JSON.stringify({ level: 'error', requestId: c.var.requestId, error: String(error), stack: error.stack }),
  )
  if (problem && c.req.path.startsWith('/c/')) return awayPage(c, retryAfter)
  return problemResponse(problem ?? new Problem('unexpected'), c.var.language, c.var.requestId)
})

const outside = [
  identityRoutes,
  accountRoutes,
  regionRoutes,
  platformRoutes,
  platformErasureRoutes,
  publicBoardRoutes,
  publicColumnRoutes,
] as const
mount(base, '/api/v1', outside)
base.route('/api/v1/counties/:county', county)
export const app = base

base
  .route('/', publicBulletinPhotoRoutes)
  .route('/', publicBulletinRoutes)
  .route('/', columnPageRoutes)
  .route('/', publicComplaintRoutes)
  .route('/', previewPages)
  .route('/', sitemapRoutes)
  .route('/', pageRoutes)
  .route('/', healthRoutes)
  .route('/', metricsRoutes)
  .route('/', consoleRoutes)
  .route('/', fieldPageRoutes)

base.openAPIRegistry.registerComponent('securitySchemes', 'session', {
  type: 'apiKey',
  in: 'cookie',
  name: '__Host-access',
})
base.openAPIRegistry.registerComponent('securitySchemes', 'token', { type: 'http', scheme: 'bearer' })
const contract = { openapi: '3.1.0', info: { title: 'Xiangbang', version: '1' } }
/** Made once, when it is first asked for: anybody may ask, and making it costs more than most answers. */
let made: ReturnType<typeof base.getOpenAPI31Document> | undefined
const openApi = () => {
  made ??= base.getOpenAPI31Document(contract)
  return made
}
base.get('/api/openapi.json', (c) => c.json(openApi()))
base.get('/api/docs', reference(openApi))

function mount(onto: OpenAPIHono<AppEnv>, path: string, all: readonly OpenAPIHono<AppEnv, Schema>[]): void {
  for (const routes of all) onto.route(path, routes)
}

/**
 * What the web's typed client is made from. Put together once from the routes' own types: mounting them one by one
 * makes the compiler merge everything before again with each.
 */
export type Api = Hono<
  AppEnv,
  MergeSchemaPath<AllOf<typeof outside>, '/api/v1'> &
    MergeSchemaPath<AllOf<typeof ofCounty>, '/api/v1/counties/:county'>
>
type AllOf<Routes extends readonly unknown[]> = UnionToIntersection<SchemaOf<Routes[number]>>
type SchemaOf<Routes> = Routes extends OpenAPIHono<AppEnv, infer Known> ? Known : never
