import type { BulletinContent, DataValues } from '../../../schema/api/bulletin-content.ts'

/** A photo as it goes into a paper; `width` and `height` in pixels. */
export type PaperPicture = {
  bytes: Uint8Array
  type: 'jpg' | 'png'
  width: number
  height: number
}

/** Everything a paper shows. */
export type Paper = {
  title: string
  /** The name in red; null leaves the paper without a masthead. */
  issuer: string | null
  /** As typed, such as 〔2026〕3号. */
  number: string | null
  content: BulletinContent
  data: DataValues
  /** The day under the text, such as 2026年3月6日. */
  day: string
  /** By the photo's id; one that is missing leaves its caption. */
  pictures: ReadonlyMap<string, PaperPicture>
  /** What goes along with the paper. */
  attachments: readonly string[]
}

/** Text that XML can hold: without control characters and halves of surrogate pairs. */
export function printable(text: string): string {
  return text.replace(unprintable, '')
}

const unprintable =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what must go
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Surrogate}/gu
