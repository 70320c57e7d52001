const LONGEST_CELL = 32_767 // what spreadsheet programs allow

/** Joins the runs of rich text (`<r><t>`), leaving out the phonetic ones (`<rPh>`) that give a reading. */
export function textCollector() {
  let text = ''
  let inside = false
  let phonetic = false
  return {
    start: () => {
      text = ''
      inside = false
      phonetic = false
    },
    open: (name: string) => {
      if (name === 't') inside = true
      if (name === 'rPh') phonetic = true
    },
    text: (piece: string) => {
      if (inside && !phonetic && text.length < LONGEST_CELL) text += piece
    },
    close: (name: string) => {
      if (name === 't') inside = false
      if (name === 'rPh') phonetic = false
    },
    end: () => text,
  }
}

/** Undoes `_x000D_`, the way workbooks write characters XML can't hold. */
export function readText(text: string): string {
  const unescaped = text.includes('_x')
    ? text.replace(/_x([0-9A-Fa-f]{4})_/gu, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
    : text
  return unescaped.slice(0, LONGEST_CELL)
}
