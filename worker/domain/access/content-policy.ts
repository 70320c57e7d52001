/**
 * What a page of the web app may load: its own files, and pictures it has just made. The console's component
 * library adds style elements, which `nonce` allows, and measures with style attributes; other pages have neither. Source: CSP level 3.
 */
export function contentPolicy(nonce?: string): string {
  return [
    "default-src 'none'",
    "script-src 'self'",
    ...(nonce === undefined
      ? ["style-src 'self'"]
      : [`style-src 'self' 'nonce-${nonce}'`, "style-src-attr 'unsafe-inline'"]),
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
  'permissions-policy': 'camera=(self), geolocation=(self), microphone=(), payment=(), usb=()',
  /** Browsers heed it over HTTPS only. */
  'strict-transport-security': 'max-age=31536000',
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
