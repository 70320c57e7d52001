import type { DataValue } from '../../../schema/api/bulletin-content.ts'
import { figuresSentence } from '../../domain/bulletins/figures.ts'

type Props = { value: DataValue; photo: (id: string) => string }

/** What a data block showed when its bulletin was issued. */
export function Value({ value, photo }: Props) {
  switch (value.form) {
    case 'figures':
      return <p>{figuresSentence(value.figures)}</p>
    case 'nothing':
      return <p>{value.text}</p>
    case 'table':
      return <ValueTable value={value} />
    case 'examples':
      return value.examples.map(({ text, photos }, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a page is drawn once
        <div key={at}>
          <p>{text}</p>
          {photos.map(({ photo: id, caption }) => (
            <figure key={id}>
              <img src={photo(id)} alt={caption} loading="lazy" />
              <figcaption>{caption}</figcaption>
            </figure>
          ))}
        </div>
      ))
  }
}

function ValueTable({ value }: { value: Extract<DataValue, { form: 'table' }> }) {
  const classOf = (column: number) => (value.columns[column]?.numeric ? 'n' : undefined)
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a wide table scrolls by keyboard too
    <section className="wide" tabIndex={0}>
      <table>
        <caption>{value.caption}</caption>
        <thead>
          <tr>
            {value.columns.map(({ label }, column) => (
              <th key={label} scope="col" className={classOf(column)}>
                {label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {value.rows.map((row, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a page is drawn once
            <tr key={at}>
              {row.map((cell, column) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: a page is drawn once
                <td key={column} className={classOf(column)}>
                  {cell}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
