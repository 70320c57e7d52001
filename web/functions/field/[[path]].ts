import { filePageHeaders } from '../../../worker/domain/access/content-policy.ts'

type PagesAssets = { ASSETS: { fetch(request: Request | URL): Promise<Response> } }

/** Every address below /field is the one page of the field app, which reads the rest of the address itself. */
export async function onRequest({ request, env }: { request: Request; env: PagesAssets }): Promise<Response> {
  const { pathname, origin } = new URL(request.url)
  // Only what lies below the slash is in the reach of the page's service worker.
  if (pathname === '/field') return Response.redirect(`${origin}/field/`, 308)
  const page = await env.ASSETS.fetch(new URL('/field/', request.url))
  return page.ok ? new Response(await page.text(), { headers: filePageHeaders() }) : page
}
