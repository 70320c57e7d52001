import { OpenAPIHono } from '@hono/zod-openapi'
import { HTTPException } from 'hono/http-exception'
import type { AppEnv } from './http/app-env.ts'
import { limitBody, requireJson } from './http/body.ts'
import { countyCaller } from './http/caller.ts'
import { problemResponse } from './http/problem-response.ts'
import { receipts } from './http/receipts.ts'
import { request } from './http/request.ts'
import { refuseInvalid } from './http/validation.ts'
import { Problem } from './problems/problem.ts'
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
import { noticeRoutes } from './routes/notices.ts'
import { objectionRoutes } from './routes/objections.ts'
import { outreachRoutes } from './routes/outreach.ts'
import { pageRoutes } from './routes/pages.ts'
import { photoRoutes } from './routes/photos.ts'
import { platformRoutes } from './routes/platform.ts'
import { postRoutes } from './routes/posts.ts'
import { previewPages } from './routes/preview-pages.ts'
import { previewRoutes } from './routes/previews.ts'
import { publicBoardRoutes } from './routes/public-boards.ts'
import { publicBulletinPhotoRoutes } from './routes/public-bulletin-photos.ts'
import { publicBulletinRoutes } from './routes/public-bulletins.ts'
import { columnPageRoutes, publicColumnRoutes } from './routes/public-columns.ts'
import { publicComplaintRoutes } from './routes/public-complaints.ts'
import { publicationRoutes } from './routes/publication.ts'
import { pulseRoutes } from './routes/pulse.ts'
import { raterRoutes } from './routes/raters.ts'
import { reference } from './routes/reference.ts'
import { regionRoutes } from './routes/regions.ts'
import { reportRoutes } from './routes/reports.ts'
import { revisionRoutes } from './routes/revisions.ts'
import { roundRoutes } from './routes/rounds.ts'
import { scoringSheetRoutes } from './routes/scoring-sheets.ts'
import { setupRoutes } from './routes/setup.ts'
import { sitemapRoutes } from './routes/sitemap.ts'
import { standingRoutes } from './routes/standings.ts'
import { tokenRoutes } from './routes/tokens.ts'
import { unitRoutes } from './routes/units.ts'
import { visitRoutes } from './routes/visits.ts'
import { webhookRoutes } from './routes/webhooks.ts'

const county = new OpenAPIHono<AppEnv>({ defaultHook: refuseInvalid })
county.use(countyCaller, receipts)
const inCounty = county
  .route('/', countyRoutes)
  .route('/', areaRoutes)
  .route('/', areaTreeRoutes)
  .route('/', unitRoutes)
  .route('/', memberRoutes)
  .route('/', tokenRoutes)
  .route('/', campaignRoutes)
  .route('/', calendarRoutes)
  .route('/', setupRoutes)
  .route('/', previewRoutes)
  .route('/', boardRoutes)
  .route('/', roundRoutes)
  .route('/', reportRoutes)
  .route('/', standingRoutes)
  .route('/', raterRoutes)
  .route('/', publicationRoutes)
  .route('/', revisionRoutes)
  .route('/', objectionRoutes)
  .route('/', consequenceRoutes)
  .route('/', consequenceStepRoutes)
  .route('/', commitmentRoutes)
  .route('/', pulseRoutes)
  .route('/', auditRoutes)
  .route('/', issueCategoryRoutes)
  .route('/', issueFigureRoutes)
  .route('/', issueSheetRoutes)
  .route('/', issueRoutes)
  .route('/', complaintRoutes)
  .route('/', noticeRoutes)
  .route('/', historyRoutes)
  .route('/', postRoutes)
  .route('/', scoringSheetRoutes)
  .route('/', inspectionRoutes)
  .route('/', visitRoutes)
  .route('/', photoRoutes)
  .route('/', columnRoutes)
  .route('/', columnPhotoRoutes)
  .route('/', fieldRoutes)
  .route('/', gridRoutes)
  .route('/', bulletinRoutes)
  .route('/', outreachRoutes)
  .route('/', meetingRoutes)
  .route('/', webhookRoutes)

const base = new OpenAPIHono<AppEnv>({ defaultHook: refuseInvalid })
base.use(request, limitBody, requireJson)
base.notFound((c) => problemResponse(new Problem('not_found'), c.var.language, c.var.requestId))
base.onError((error, c) => {
  if (error instanceof Problem) return problemResponse(error, c.var.language, c.var.requestId)
  if (error instanceof HTTPException) {
    return problemResponse(
      new Problem(error.status === 415 ? 'not_json' : 'malformed'),
      c.var.language,
      c.var.requestId,
    )
  }
  // biome-ignore lint/suspicious/noConsole: the one place where an unexpected error reaches the operator's log
  console.error(
    JSON.stringify({ level: 'error', requestId: c.var.requestId, error: String(error), stack: error.stack }),
  )
  return problemResponse(new Problem('unexpected'), c.var.language, c.var.requestId)
})

export const app = base
  .route('/api/v1', identityRoutes)
  .route('/api/v1', regionRoutes)
  .route('/api/v1', platformRoutes)
  .route('/api/v1', publicBoardRoutes)
  .route('/api/v1', publicColumnRoutes)
  .route('/api/v1/counties/:county', inCounty)

base
  .route('/', publicBulletinPhotoRoutes)
  .route('/', publicBulletinRoutes)
  .route('/', columnPageRoutes)
  .route('/', publicComplaintRoutes)
  .route('/', previewPages)
  .route('/', sitemapRoutes)
  .route('/', pageRoutes)
  .route('/', healthRoutes)
  .route('/', consoleRoutes)
  .route('/', fieldPageRoutes)

base.openAPIRegistry.registerComponent('securitySchemes', 'session', {
  type: 'apiKey',
  in: 'cookie',
  name: '__Host-access',
})
base.openAPIRegistry.registerComponent('securitySchemes', 'token', { type: 'http', scheme: 'bearer' })
const contract = { openapi: '3.1.0', info: { title: 'Xiangbang', version: '1' } }
base.doc31('/api/openapi.json', contract)
base.get(
  '/api/docs',
  reference(() => base.getOpenAPI31Document(contract)),
)

/** What the web's typed client is made from. */
export type Api = typeof app
