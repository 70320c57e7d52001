import type { Explanation, SourceExplanation } from '../../../schema/api/explanation.ts'
import type { Words } from '../words/words.ts'
import { reasons } from './reasons.ts'

/** Why a village stands where it stands: a sentence for each thing that mattered, and each source with its weight. */
export function Why({ explanation, words }: { explanation: Explanation; words: Words }) {
  return (
    <>
      <h3>{words.why}</h3>
      <ul>
        {reasons(explanation, words).map((reason) => (
          <li key={reason}>{reason}</li>
        ))}
      </ul>
      <table>
        <caption>{words.whyCaption}</caption>
        <thead>
          <tr>
            <th scope="col">{words.whySources.source}</th>
            <th scope="col">{words.whySources.value}</th>
            <th scope="col">{words.whySources.place}</th>
            <th scope="col" className="n">
              {words.whySources.weight}
            </th>
          </tr>
        </thead>
        <tbody>
          {explanation.sources.map((source) => (
            <SourceRow key={source.source} source={source} words={words} />
          ))}
        </tbody>
      </table>
    </>
  )
}

function SourceRow({ source, words }: { source: SourceExplanation; words: Words }) {
  const { value, exposure, r, n } = source
  return (
    <tr>
      <th scope="row">{words.sources[source.source] ?? source.source}</th>
      <td>
        {value === null ? words.noValue : words.value[source.kind](String(value))}
        {exposure !== undefined && words.exposure(String(exposure))}
        {source.amended && words.amended}
      </td>
      <td>{r !== null && n !== null && words.place[source.scope](String(r), n)}</td>
      <td className="n">{source.weight}</td>
    </tr>
  )
}
