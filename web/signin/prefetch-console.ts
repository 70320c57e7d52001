/** Brings the console's files into the browser's cache while somebody types a password. */
export function prefetchConsole(): void {
  fetch('/console/', { priority: 'low' } as RequestInit)
    .then((response) => response.text())
    .then((html) => {
      for (const [, file] of html.matchAll(/(?:src|href)="(\/static\/[^"]+)"/g)) {
        if (file === undefined) continue
        const link = document.createElement('link')
        link.rel = 'prefetch'
        link.href = file
        document.head.append(link)
      }
    })
    // Only a courtesy: the console loads all the same.
    .catch(() => {})
}
