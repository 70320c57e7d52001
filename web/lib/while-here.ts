/**
 * A late change of the address that only happens while the page is still the one it was meant for: a link followed
 * meanwhile must not be undone by what was typed before.
 */
export function whileHere(late: () => void): () => void {
  const here = location.pathname
  return () => {
    if (location.pathname === here) late()
  }
}
