import { guardedPage } from '../../../worker/domain/access/content-policy.ts'

type PagesAssets = { ASSETS: { fetch(request: Request | URL): Promise<Response> } }

/** Every address below /console is the one page of the console, which reads the rest of the address itself. */
export async function onRequest({ request, env }: { request: Request; env: PagesAssets }): Promise<Response> {
  const page = await env.ASSETS.fetch(new URL('/console/', request.url))
  if (!page.ok) return page
  const { html, headers } = guardedPage(await page.text(), crypto.randomUUID())
  return new Response(html, { headers })
}
