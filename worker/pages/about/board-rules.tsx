import type { Words } from '../words/words.ts'
import type { RuledBoard } from './about-page.tsx'
import {
  bandSentences,
  consequenceSentence,
  mergeSentences,
  sourceName,
  sourceSentence,
} from './rule-sentences.ts'

/** One board's rules: when, what is looked at, how it is merged, the colours, and what follows. */
export function BoardRules({ board, words }: { board: RuledBoard; words: Words }) {
  const { rules } = words
  const { cadence, policy, shows } = board
  const follows = (policy.consequences ?? []).map((rule) => consequenceSentence(rule, words))
  return (
    <>
      <h3>{rules.when}</h3>
      <p>{rules.cadence(cadence)}</p>
      <h3>{rules.sources}</h3>
      <Sources board={board} words={words} />
      <h3>{rules.merge}</h3>
      <Sentences all={mergeSentences(policy, words)} />
      <h3>{rules.bands}</h3>
      <Sentences all={bandSentences(policy, words)} />
      <h3>{rules.consequences}</h3>
      <Sentences all={follows.length > 0 ? follows : [rules.noConsequences]} />
      <h3>{rules.shownHere}</h3>
      <p>{rules.shows[shows]}</p>
    </>
  )
}

function Sources({ board, words }: { board: RuledBoard; words: Words }) {
  const { sourceColumns } = words.rules
  return (
    <table>
      <caption>{board.name}</caption>
      <thead>
        <tr>
          <th scope="col">{sourceColumns.source}</th>
          <th scope="col">{sourceColumns.how}</th>
          <th scope="col" className="n">
            {sourceColumns.weight}
          </th>
        </tr>
      </thead>
      <tbody>
        {board.policy.sources.map((source) => (
          <tr key={source.key}>
            <th scope="row">{sourceName(source.key, words)}</th>
            <td>{sourceSentence(source, words)}</td>
            <td className="n">{source.weight}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function Sentences({ all }: { all: readonly string[] }) {
  return (
    <ul>
      {all.map((sentence) => (
        <li key={sentence}>{sentence}</li>
      ))}
    </ul>
  )
}
