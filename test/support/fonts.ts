import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { buildDirectory, repository } from '../../worker/local/paths.ts'
import { once } from './once.ts'
import { unpackWoff } from './woff.ts'

const files = join(repository, 'node_modules/@fontsource/noto-sans-sc/files')

/**
 * Makes Noto Sans SC, in regular and bold, a system font, and answers the fontconfig file that names it. Chromium takes no packed
 * web fonts from fontconfig, so they are unpacked; the package cuts the face into about a hundred pieces, which together are whole.
 */
export async function chineseFonts(): Promise<string> {
  const folder = await once(join(buildDirectory, 'browser/fonts'), (draft) => {
    const pieces = readdirSync(files).filter((name) => /-(400|700)-normal\.woff$/.test(name))
    for (const name of pieces) {
      writeFileSync(join(draft, name.replace('.woff', '.ttf')), unpackWoff(readFileSync(join(files, name))))
    }
    // Relative to the file itself, so that the folder may be renamed.
    writeFileSync(
      join(draft, 'fonts.conf'),
      `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir prefix="relative">.</dir>
  <cachedir prefix="xdg">fontconfig</cachedir>
</fontconfig>
`,
    )
  })
  return join(folder, 'fonts.conf')
}
