import { encode } from 'uqr'
import { drawn } from '../ledger/pictures.ts'

const pixels = 8

/** A photo of a QR code, as it would be taken of a printed sheet. */
export function aPictureOfCode(text: string): Buffer {
  const { data, size } = encode(text, { ecc: 'Q', border: 4 })
  const black = (x: number, y: number) => data[Math.floor(y / pixels)]?.[Math.floor(x / pixels)] === true
  return drawn(size * pixels, size * pixels, (x, y) => (black(x, y) ? [20, 20, 20] : [240, 240, 235]))
}
