const key = 'last-county'

/** The county last opened in this browser; null where storage is closed or empty. */
export function lastCounty(): string | null {
  try {
    return localStorage.getItem(key)
  } catch {
    return null
  }
}

export function keepLastCounty(county: string): void {
  try {
    localStorage.setItem(key, county)
  } catch {
    // Storage is closed: the next visit begins at the first county.
  }
}
