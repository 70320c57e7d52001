/** Bindings of the Pages project. */
export type PagesEnv = { API: { fetch(request: Request): Promise<Response> } }

/** Hands the request to the Worker as it came: address, headers and body, so that cookies and origins agree. */
export function toWorker({ request, env }: { request: Request; env: PagesEnv }): Promise<Response> {
  return env.API.fetch(request)
}
