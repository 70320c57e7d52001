import { readdirSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { Catalogue, Texts } from '../../web/i18n/catalogue.ts'

const folder = new URL('../../web/i18n/', import.meta.url)

export type NamedCatalogue = Catalogue<Texts> & {
  /** `areas` */
  name: string
  /** What sources import: `areasTexts`. */
  binding: string
}

/** Every catalogue of the interface. */
export async function catalogues(): Promise<NamedCatalogue[]> {
  const files = readdirSync(fileURLToPath(folder)).filter(
    (file) => /\.ts$/.test(file) && file !== 'catalogue.ts',
  )
  const found = await Promise.all(
    files.map(async (file) => {
      const exports: Record<string, unknown> = await import(new URL(file, folder).href)
      return Object.entries(exports)
        .filter((entry): entry is [string, Catalogue<Texts>] => isCatalogue(entry[1]))
        .map(([binding, texts]) => ({ name: file.replace('.ts', ''), binding, ...texts }))
    }),
  )
  return found.flat()
}

function isCatalogue(value: unknown): value is Catalogue<Texts> {
  return typeof value === 'object' && value !== null && 'zh' in value && 'en' in value
}
