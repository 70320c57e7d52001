/** Where to sign in and then come back to `from`, the path of this site the user is at. */
export function signInAddress(from: string): string {
  return `/signin/?next=${encodeURIComponent(from)}`
}

/** Where to go after signing in. Only a path of this very site is followed; anything else leads to the console. */
export function afterSignIn(search: string): string {
  const next = new URLSearchParams(search).get('next') ?? ''
  return /^\/(?![/\\])/.test(next) && !/[\s\\]/.test(next) ? next : '/console/'
}
