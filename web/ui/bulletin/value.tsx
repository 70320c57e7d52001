import type { DataValue } from '../../../schema/api/bulletin-content.ts'
import { figuresSentence } from '../../../worker/domain/bulletins/figures.ts'
import type { PhotoAddress } from './content.tsx'

/** What a data block shows. */
export function Value({ value, photo }: { value: DataValue; photo: PhotoAddress }) {
  switch (value.form) {
    case 'figures':
      return <p>{figuresSentence(value.figures)}</p>
    case 'nothing':
      return <p>{value.text}</p>
    case 'table':
      return (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a wide table scrolls by keyboard too
        <section className="bulletin-table" tabIndex={0} aria-label={value.caption}>
          <table>
            <caption>{value.caption}</caption>
            <thead>
              <tr>
                {value.columns.map(({ label, numeric }) => (
                  <th key={label} scope="col" className={numeric ? 'numeric' : undefined}>
                    {label}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {value.rows.map((row, at) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: rows have no names and never move
                <tr key={at}>
                  {row.map((cell, column) => (
                    // biome-ignore lint/suspicious/noArrayIndexKey: as above
                    <td key={column} className={value.columns[column]?.numeric ? 'numeric' : undefined}>
                      {cell}
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </section>
      )
    case 'examples':
      return value.examples.map(({ text, photos }, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: examples have no names and never move
        <div key={at} className="bulletin-example">
          <p>{text}</p>
          {photos.length > 0 && (
            <div className="bulletin-photos">
              {photos.map(({ photo: id, caption }) => (
                <figure key={id}>
                  <img src={photo(id)} alt={caption} loading="lazy" />
                  <figcaption>{caption}</figcaption>
                </figure>
              ))}
            </div>
          )}
        </div>
      ))
  }
}
