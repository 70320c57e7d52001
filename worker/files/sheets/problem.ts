/** Why a file could not be read as a spreadsheet; each code has its own sentence saying what to do instead. */
export type SheetProblemCode =
  | 'empty'
  | 'too_large'
  | 'too_many_rows'
  | 'too_many_columns'
  | 'too_many_cells'
  | 'too_many_parts'
  | 'expands_too_much'
  | 'forbidden_markup'
  | 'damaged'
  | 'encrypted'
  | 'old_excel'
  | 'wps_et'
  | 'binary_excel'
  | 'open_document'
  | 'word'
  | 'pdf'
  | 'image'
  | 'web_page'
  | 'xml_spreadsheet'
  | 'rich_text'
  | 'archive'
  | 'unknown_format'
  | 'unknown_encoding'
  | 'no_cells'

/** `limit` in the unit the code speaks of: bytes, rows, columns, cells or parts. */
export type SheetProblem = { ok: false; problem: SheetProblemCode; limit?: number; sheet?: string }

/**
 * Thrown inside this folder only, to leave parser callbacks; `readSheet` turns it into a result.
 */
export class SheetRefusal extends Error {
  readonly problem: SheetProblem

  constructor(code: SheetProblemCode, detail: { limit?: number; sheet?: string } = {}) {
    super(code)
    this.problem = { ok: false, problem: code, ...detail }
  }
}
