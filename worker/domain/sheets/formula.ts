/** Whether a spreadsheet program would calculate a text, full-width marks included, or lose how it begins. */
export function looksLikeFormula(text: string): boolean {
  return /^(\s*[=+\-@＝＋－＠]|[\t\r\n])/u.test(text)
}

/** A text for CSV, led by an apostrophe where it looks like a formula: also after apostrophes of its own, so that one taken off gives it back. */
export function guarded(text: string): string {
  return looksLikeFormula(text.replace(/^'+/, '')) ? `'${text}` : text
}

/** Takes off the apostrophe that `guarded` has put on. */
export function unguarded(text: string): string {
  return text.startsWith("'") && looksLikeFormula(text.replace(/^'+/, '')) ? text.slice(1) : text
}
