/*
 * The measures of an official paper (GB/T 9704-2012), in twips: a twentieth of a point, 1440 to the inch.
 */

/** Millimetres as twips. */
export function mm(millimetres: number): number {
  return Math.round((millimetres * 1440) / 25.4)
}

export const page = { width: mm(210), height: mm(297) } as const
export const margins = { top: mm(37), bottom: mm(35), left: mm(28), right: mm(26) } as const
/** What text fills: 156 × 225 mm. */
export const typeArea = { width: mm(156), height: mm(225) } as const

/** 28.95 pt: 22 lines fill the height. */
export const line = 579
/** 28 characters of 16 pt fill the width: each is a little closer than its size. In 1/4096 pt, as the grid counts. */
export const charSpace = Math.round((typeArea.width / 20 / 28 - 16) * 4096)
/** The same between letters, in twips, rounded so that the 28th still fits. */
export const letterSpacing = Math.floor(typeArea.width / 28 - 320)
/** Two characters of 16 pt. */
export const twoCharacters = 640

/** Sizes in half-points: 2号, 3号, 4号 and 小四. */
export const size = { title: 44, body: 32, pageNumber: 28, table: 24 } as const

/** The line of tables and captions: 18 pt. */
export const smallLine = 360

export const masthead = {
  /** The issuer's name begins so far under the top of the type area. */
  top: mm(35),
  /** Two lines between the name and the number. */
  toNumber: 2 * line,
  /** From the number to the red rule. */
  toRule: mm(4),
} as const

const pageNumberLine = 280
/** The page number begins 7 mm under the type area; its own line is as high as its letters. */
export const footer = { line: pageNumberLine, distance: margins.bottom - mm(7) - pageNumberLine } as const

/** The largest size, in half-points, at which a name of so many characters fits the width in one line: at most 45 pt. */
export function issuerSize(characters: number): number {
  return Math.min(90, Math.floor(typeArea.width / 10 / Math.max(1, characters)))
}

/** Millimetres as the pixels that pictures are measured in, 96 to the inch. */
export function pixels(millimetres: number): number {
  return (millimetres * 96) / 25.4
}
