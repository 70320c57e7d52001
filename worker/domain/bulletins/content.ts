import type {
  BulletinContent,
  DataBlock,
  DataKind,
  DataValues,
  Inline,
} from '../../../schema/api/bulletin-content.ts'

/** No bulletin shows more: it is read on a phone and printed. */
export const mostPictures = 50
export const mostDataBlocks = 40

/** Kinds of data that tell who stands where on a board. */
export const ofBoards: ReadonlySet<DataKind> = new Set([
  'bands_by_township',
  'standings',
  'streaks',
  'interviews',
])

/** What can be wrong with a body that is well-formed; `path` from the body of a change. */
export type ContentFault = { path: string; fault: 'too_many_pictures' | 'too_many_blocks' | 'block_twice' }

/** Everything wrong with a body beyond its form: too many pictures or data blocks, or two blocks of one id. */
export function contentFaults({ content }: BulletinContent): ContentFault[] {
  const faults: ContentFault[] = []
  const seen = new Set<string>()
  let pictures = 0
  for (const [at, node] of content.entries()) {
    const path = `content.content.${at}`
    if (node.type === 'picture' && ++pictures === mostPictures + 1)
      faults.push({ path, fault: 'too_many_pictures' })
    if (node.type !== 'data') continue
    if (seen.has(node.attrs.id)) faults.push({ path: `${path}.attrs.id`, fault: 'block_twice' })
    seen.add(node.attrs.id)
    if (seen.size === mostDataBlocks + 1) faults.push({ path, fault: 'too_many_blocks' })
  }
  return faults
}

/** The data blocks of a body, in its order. */
export function dataBlocksIn({ content }: BulletinContent): DataBlock[] {
  return content.filter((node) => node.type === 'data')
}

/** The photos its author put in, with where each stands, from the body of a change. */
export function picturesIn({ content }: BulletinContent): { photo: string; path: string }[] {
  return content.flatMap((node, at) =>
    node.type === 'picture' ? [{ photo: node.attrs.photo, path: `content.content.${at}.attrs.photo` }] : [],
  )
}

/** The photos that data blocks show. */
export function picturesOf(data: DataValues): string[] {
  const examples = Object.values(data).flatMap((value) => (value.form === 'examples' ? value.examples : []))
  return examples.flatMap(({ photos }) => photos.map(({ photo }) => photo))
}

/** Text without marks; a line break is a newline. */
export function plainText(inlines: readonly Inline[] | undefined): string {
  return (inlines ?? []).map((node) => (node.type === 'text' ? node.text : '\n')).join('')
}
