import { fieldsOf, typeOf } from './fields.ts'
import type { Call, Document, Schema } from './open-api.ts'
import { SchemaTable } from './schema-table.tsx'
import type { ReferenceWords } from './words.ts'

type Props = { call: Call; document: Document; words: ReferenceWords }

/** One call, folded to its method and path; opened it shows verb, parameters, body and answers. */
export function CallEntry({ call, document, words }: Props) {
  const { operation } = call
  const answers = Object.entries(operation.responses).filter(([status]) => status !== 'default')
  const said = operation.summary ?? operation.description ?? answers[0]?.[1].description
  return (
    <details className="call" id={call.id}>
      <summary>
        <code>
          <b>{call.method}</b> {call.path}
        </code>{' '}
        <span className="quiet small">{said}</span>
      </summary>
      <p className="small">
        {operation['x-verb'] ? (
          <>
            {words.verb}: <code>{operation['x-verb']}</code>
          </>
        ) : (
          !operation.security && words.open
        )}
      </p>
      <Parameters call={call} document={document} words={words} />
      {Object.entries(operation.requestBody?.content ?? {}).map(([type, { schema }]) => (
        <Content key={type} title={words.body} type={type} {...{ schema, document, words }} />
      ))}
      {answers.map(([status, answer]) => (
        <Answer key={status} status={status} answer={answer} document={document} words={words} />
      ))}
    </details>
  )
}

function Parameters({ call, document, words }: Props) {
  const parameters = call.operation.parameters ?? []
  if (parameters.length === 0) return null
  const rows = parameters.map(({ name, in: where, required = false, schema = {} }) => ({
    ...{ depth: 0, name, required, notes: where },
    type: typeOf(schema, { document, seen: [] }),
  }))
  return <SchemaTable caption={words.parameters} fields={rows} notes={words.where} words={words} />
}

type AnswerProps = {
  status: string
  answer: Call['operation']['responses'][string]
  document: Document
  words: ReferenceWords
}

function Answer({ status, answer, document, words }: AnswerProps) {
  const title = `${words.answer} ${status}`
  const contents = Object.entries(answer.content ?? {})
  if (contents.length === 0) return <p className="small">{`${title}: ${answer.description}`}</p>
  return contents.map(([type, { schema }]) => (
    <Content key={type} title={title} type={type} {...{ schema, document, words }} />
  ))
}

type ContentProps = {
  title: string
  type: string
  schema: Schema | undefined
  document: Document
  words: ReferenceWords
}

function Content({ title, type, schema = {}, document, words }: ContentProps) {
  const fields = fieldsOf(schema, document)
  const whole = typeOf(schema, { document, seen: [] })
  const caption = `${title}: ${type} ${whole === 'object' ? '' : whole}`
  if (fields.length === 0) return <p className="small">{caption}</p>
  return <SchemaTable caption={caption} fields={fields} notes={words.notes} words={words} />
}
