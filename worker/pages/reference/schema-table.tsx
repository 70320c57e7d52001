import type { Field } from './fields.ts'
import type { ReferenceWords } from './words.ts'

type Props = { caption: string; fields: readonly Field[]; notes: string; words: ReferenceWords }

/** A schema's members as rows; what lies inside a member follows it, marked by dots. */
export function SchemaTable({ caption, fields, notes, words }: Props) {
  return (
    <table className="small">
      <caption>{caption}</caption>
      <thead>
        <tr>
          <th scope="col">{words.name}</th>
          <th scope="col">{words.type}</th>
          <th scope="col">{words.required}</th>
          <th scope="col">{notes}</th>
        </tr>
      </thead>
      <tbody>
        {fields.map((field, i) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a constant list; names repeat at different depths
          <tr key={i}>
            <th scope="row">
              {'· '.repeat(field.depth)}
              <code>{field.name}</code>
            </th>
            <td>
              <code>{field.type}</code>
            </td>
            <td>{field.required && words.yes}</td>
            <td>{field.notes}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
