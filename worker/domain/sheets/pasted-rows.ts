import type { Cell } from './cell.ts'
import { readDelimited } from './delimited.ts'

/**
 * Text pasted into a box as rows: from a spreadsheet (tabs), as CSV, or typed line by line as in a chat message:
 * `1、石门村 98`, `第二名：水源村`, or names alone. Typed lines become order, name, value.
 */
export function pastedRows(text: string, most = 20_000): Cell[][] {
  if (text.includes('\t')) return readDelimited(text, '\t', most)
  const lines = text.split(/\r\n|\r|\n/u, most + 1)
  const filled = lines.filter((line) => line.trim() !== '')
  const separated = filled.filter((line) => /[,，]/u.test(line)).length > filled.length / 2
  return separated ? readDelimited(text.replaceAll('，', ','), ',', most) : lines.map(typedRow)
}

const ORDER =
  /^\s*(?:第([\d０-９]+|[一二三四五六七八九十百]+)名?|([\d０-９]+|[一二三四五六七八九十百]+)(?=名|[:：、.．)）\s]))名?[:：、.．)）\s]*/u
const VALUE = /[\s:：;；]+(第?[-+\d０-９一二三四五六七八九十百][^\s:：]*)\s*$/u

const LONGEST_LINE = 200

function typedRow(whole: string): Cell[] {
  const line = whole.slice(0, LONGEST_LINE)
  const order = ORDER.exec(line)
  const rest = order ? line.slice(order[0].length) : line
  const value = VALUE.exec(rest)
  const name = (value ? rest.slice(0, value.index) : rest).trim()
  if (!order && !value) return name === '' ? [] : [name]
  return [order?.[1] ?? order?.[2] ?? null, name, value?.[1] ?? null]
}
