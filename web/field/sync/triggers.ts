/**
 * Calls back whenever sending may have become possible: the network is back, the app is in sight again. That is all
 * there is where the browser does not send in the background.
 */
export function wheneverItMaySend(wake: () => void): void {
  window.addEventListener('online', wake)
  window.addEventListener('focus', wake)
  window.addEventListener('pageshow', wake)
  document.addEventListener('visibilitychange', () => document.visibilityState === 'visible' && wake())
}
