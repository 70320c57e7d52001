/**
 * What a page of the web app may load: its own files, and pictures it has just made. The console's component
 * library adds style elements, which `nonce` allows; other pages have none. Nowhere is anything inline allowed, style
 * attributes in HTML included; what scripts set on an element's `style` is no attribute. Source: CSP level 3.
 */
export function contentPolicy(nonce?: string): string {
  return [
    "default-src 'none'",
    "script-src 'self'",
    nonce === undefined ? "style-src 'self'" : `style-src 'self' 'nonce-${nonce}'`,
    "img-src 'self' blob: data:",
    "font-src 'self'",
    "connect-src 'self'",
    "worker-src 'self'",
    "manifest-src 'self'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join('; ')
}

/** Headers that every file and page carries. The field work needs the camera and the place, and asks first. */
export const guardHeaders: Readonly<Record<string, string>> = {
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'same-origin',
  'x-frame-options': 'DENY',
  'cross-origin-opener-policy': 'same-origin',
  /** What people are shown here is embedded nowhere else; `answerHeaders` opens what is public. */
  'cross-origin-resource-policy': 'same-origin',
  'permissions-policy': [
    ...['camera=(self)', 'geolocation=(self)', 'microphone=()', 'payment=()', 'usb=()', 'bluetooth=()'],
    ...['serial=()', 'hid=()', 'midi=()', 'display-capture=()'],
  ].join(', '),
  /** Browsers heed it over HTTPS only. */
  'strict-transport-security': 'max-age=31536000',
}

/**
 * What an answer of the Worker carries besides: what is public may be shown by others, what an API answers is kept
 * nowhere, and what is no page can load nothing even where a browser takes it for one. A 304 stands for a page that
 * came with a policy of its own, which it must not replace.
 */
export function answerHeaders(path: string, { status, headers }: Response): Record<string, string> {
  const page = headers.has('content-security-policy') || status === 304
  return {
    ...(/^\/c(\/|$)|^\/api\/v1\/public\//.test(path) && { 'cross-origin-resource-policy': 'cross-origin' }),
    ...(path.startsWith('/api/') && !headers.has('cache-control') && { 'cache-control': 'no-store' }),
    ...(!page && { 'content-security-policy': "default-src 'none'; frame-ancestors 'none'" }),
  }
}

/** The console's page with a nonce of its own, where its scripts find it, and the headers that go with it. */
export function guardedPage(html: string, nonce: string): { html: string; headers: Record<string, string> } {
  const stamp = `<meta property="csp-nonce" nonce="${nonce}" />`
  return {
    html: html.replace('<head>', `<head>\n    ${stamp}`),
    headers: {
      ...guardHeaders,
      'content-type': 'text/html; charset=utf-8',
      'cache-control': 'no-store',
      'content-security-policy': contentPolicy(nonce),
    },
  }
}

/** Headers of a page that is one file for many addresses and is asked for anew each time. */
export function filePageHeaders(): Record<string, string> {
  return {
    ...guardHeaders,
    'content-type': 'text/html; charset=utf-8',
    'cache-control': 'no-cache',
    'content-security-policy': contentPolicy(),
  }
}
