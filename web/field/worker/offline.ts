/** How far the program itself is at home on this phone. */
export type OfflineState = {
  /** Opens without signal too. Where not, the page must not be closed while there is none. */
  ready: boolean
  /** A newer version of the program is here and waits for `update`. */
  update: boolean
}

export type Offline = {
  current(): OfflineState
  subscribe(changed: () => void): () => void
  /** Changes to the newer version and loads the page again; only by its user's own hand. */
  update(): void
}
