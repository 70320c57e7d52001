import type { Page } from 'playwright-core'

export type Row = { id: string; state: string; sha256?: string | null }

export async function keptOn(page: Page): Promise<{ records: Row[]; photos: Row[] }> {
  return { records: await stored<Row>(page, 'records'), photos: await stored<Row>(page, 'photos') }
}

/** Rows as they are on the phone, read past the program. */
export function stored<Each>(page: Page, name: string): Promise<Each[]> {
  return page.evaluate(
    (store) =>
      new Promise<unknown[]>((resolve, reject) => {
        const opening = indexedDB.open('xiangbang-field')
        opening.onerror = () => reject(opening.error)
        opening.onsuccess = () => {
          const db = opening.result
          const reading = db.transaction(store).objectStore(store).getAll()
          reading.onerror = () => reject(reading.error)
          reading.onsuccess = () => {
            db.close()
            resolve(reading.result)
          }
        }
      }),
    name,
  ) as Promise<Each[]>
}
