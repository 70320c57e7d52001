type PagesAssets = { ASSETS: { fetch(request: Request | URL): Promise<Response> } }

/** Every address below /console is the one page of the console, which reads the rest of the address itself. */
export function onRequest({ request, env }: { request: Request; env: PagesAssets }): Promise<Response> {
  return env.ASSETS.fetch(new URL('/console/', request.url))
}
