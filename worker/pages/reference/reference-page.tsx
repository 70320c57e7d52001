import { Page } from '../page.tsx'
import type { View } from '../view.ts'
import { CallEntry } from './call-entry.tsx'
import { type Document, resourcesOf } from './open-api.ts'
import { referenceWordsOf } from './words.ts'

/** Every call of the HTTP interface, by resource: what it needs, takes and answers. Works without scripts. */
export function ReferencePage({ view, document }: { view: View; document: Document }) {
  const words = referenceWordsOf[view.language]
  const resources = resourcesOf(document)
  return (
    <Page view={view} title={words.title} description={words.title}>
      <h1>{words.title}</h1>
      <p>
        {words.lead} <a href="/api/openapi.json">/api/openapi.json</a>
      </p>
      <ul>
        {words.rules.map((rule) => (
          <li key={rule}>{rule}</li>
        ))}
      </ul>
      <nav aria-label={words.contents}>
        <ul className="run">
          {resources.map(({ name, calls }) => (
            <li key={name}>
              <a href={`#${name}`}>{words.resources[name] ?? name}</a>{' '}
              <span className="quiet small">{calls.length}</span>
            </li>
          ))}
        </ul>
      </nav>
      {resources.map(({ name, calls }) => (
        <section key={name}>
          <h2 id={name}>{words.resources[name] ?? name}</h2>
          {calls.map((call) => (
            <CallEntry key={call.id} call={call} document={document} words={words} />
          ))}
        </section>
      ))}
    </Page>
  )
}
