import type { Cadence, Shows } from '../../../schema/api/boards.ts'
import type { Policy } from '../../../schema/api/ranking.ts'
import { Colours } from '../colours.tsx'
import { Page } from '../page.tsx'
import { boardPath, link, type ShownCounty, type View } from '../view.ts'
import { BoardRules } from './board-rules.tsx'

/** A public board with the rules by which its newest published round was ranked. */
export type RuledBoard = { id: string; name: string; cadence: Cadence; shows: Shows; policy: Policy }

type Props = { view: View; county: ShownCounty; boards: readonly RuledBoard[] }

/** The rules of every public board in plain words: what anybody needs to check a rank or to doubt it. */
export function AboutPage({ view, county, boards }: Props) {
  const { words } = view
  const { rules } = words
  return (
    <Page view={view} county={county} title={rules.title} description={rules.lead(county.name)}>
      <h1>{rules.title}</h1>
      <p>{rules.lead(county.name)}</p>
      <ol>
        {rules.steps.map((step) => (
          <li key={step}>{step}</li>
        ))}
      </ol>
      {boards.map((board) => (
        <section key={board.id}>
          <h2>
            <a href={link(view, boardPath(county, board.id))}>{board.name}</a>
          </h2>
          <BoardRules board={board} words={words} />
        </section>
      ))}
      {boards.length > 0 && <Colours words={words} boards={boards} />}
    </Page>
  )
}
