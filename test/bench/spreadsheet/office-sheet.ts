/** A village as the county office's workbook lists it: what three parties said of it. */
export type Listed = {
  code: string
  name: string
  township: string
  values: readonly [number, number, number]
}

/** How the office weighs the three lists. */
export const weights = [0.5, 0.3, 0.2] as const

/**
 * The office's workbook as flat OpenDocument: the merged sheet first, then a sheet for each list in an order of its
 * own. The merged sheet looks every village up in the lists, ranks it there (equal values share the average), weighs
 * the ranks and ranks the sums. Scores are better the higher, the drone's count the lower.
 */
export function officeWorkbook(villages: readonly Listed[]): string {
  const last = villages.length + 1
  const lists = weights.map((_, list) => {
    const sorted = villages.toSorted(
      (a, b) => (a.values[list] ?? 0) - (b.values[list] ?? 0) || (a.code < b.code ? -1 : 1),
    )
    return sheet(`list${list + 1}`, [
      row(text('code'), text('value')),
      ...sorted.map(({ code, values }) => row(text(code), number(values[list] ?? 0))),
    ])
  })
  const merged = villages.map(({ code }, at) => {
    const here = at + 2
    const values = weights.map((_, list) =>
      formula(`VLOOKUP([.A${here}];[$list${list + 1}.$A$2:.$B$${last}];2;0)`),
    )
    const ranks = [
      `COM.MICROSOFT.RANK.AVG([.B${here}];[.$B$2:.$B$${last}];0)`,
      `COM.MICROSOFT.RANK.AVG([.C${here}];[.$C$2:.$C$${last}];0)`,
      `COM.MICROSOFT.RANK.AVG([.D${here}];[.$D$2:.$D$${last}];1)`,
    ].map(formula)
    const sum = formula(`${weights[0]}*[.E${here}]+${weights[1]}*[.F${here}]+${weights[2]}*[.G${here}]`)
    return row(text(code), ...values, ...ranks, sum, formula(`RANK([.H${here}];[.$H$2:.$H$${last}];1)`))
  })
  const heading = row(...['code', 'a', 'b', 'c', 'ra', 'rb', 'rc', 'sum', 'rank'].map(text))
  return `<?xml version="1.0" encoding="UTF-8"?>
<office:document xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" xmlns:of="urn:oasis:names:tc:opendocument:xmlns:of:1.2" office:version="1.3" office:mimetype="application/vnd.oasis.opendocument.spreadsheet">
<office:body><office:spreadsheet>
${sheet('merged', [heading, ...merged])}
${lists.join('\n')}
</office:spreadsheet></office:body></office:document>
`
}

/** Code → rank of the merged sheet as saved in CSV. */
export function ranksIn(csv: string): Map<string, number> {
  const rows = csv.trim().split('\n').slice(1)
  return new Map(
    rows.map((line) => {
      const cells = line.trim().split(',')
      return [cells[0] ?? '', Number(cells[8])]
    }),
  )
}

function sheet(name: string, rows: readonly string[]): string {
  return `<table:table table:name="${name}">\n${rows.join('\n')}\n</table:table>`
}

function row(...cells: readonly string[]): string {
  return `<table:table-row>${cells.join('')}</table:table-row>`
}

function text(value: string): string {
  return `<table:table-cell office:value-type="string"><text:p>${value}</text:p></table:table-cell>`
}

function number(value: number): string {
  return `<table:table-cell office:value-type="float" office:value="${value}"/>`
}

function formula(expression: string): string {
  return `<table:table-cell table:formula="of:=${expression}"/>`
}
