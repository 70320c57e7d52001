/** The languages of the interface: Chinese first, English complete. */
export type Language = 'zh' | 'en'

/** Texts by key. `{name}` is filled in; `{n|village|villages}` chooses the first word for 1, the second otherwise. */
export type Texts = Readonly<Record<string, string>>

/** What an English catalogue must have: every key of the Chinese one. */
export type English<Zh extends Texts> = { readonly [Key in keyof Zh]: string }

export interface Catalogue<Zh extends Texts> {
  readonly zh: Zh
  readonly en: English<Zh>
}

/** Gives the text of a key; the key's places, if it has any, must be filled. */
export type Translate<Zh extends Texts> = <Key extends keyof Zh & string>(
  key: Key,
  ...params: [Places<Zh[Key]>] extends [never] ? [] : [Readonly<Record<Places<Zh[Key]>, string | number>>]
) => string

type Places<Text extends string> = Text extends `${string}{${infer Name}}${infer Rest}`
  ? Name | Places<Rest>
  : never

/** Joins a section's two languages; the Chinese one says which keys there are. */
export function catalogue<const Zh extends Texts>(zh: Zh, en: English<Zh>): Catalogue<Zh> {
  return { zh, en }
}

export function translator<Zh extends Texts>({ zh, en }: Catalogue<Zh>, language: Language): Translate<Zh> {
  const texts: Texts = language === 'zh' ? zh : en
  return (key, ...params) => fill(texts[key] ?? key, params[0] ?? {})
}

/** Fills the places of a text. */
export function fill(text: string, params: Readonly<Record<string, string | number>>): string {
  return text.replace(
    /\{(\w+)(?:\|([^|}]*)\|([^|}]*))?\}/g,
    (whole, name: string, one?: string, many?: string) => {
      const value = params[name]
      if (value === undefined) return whole
      if (one !== undefined && many !== undefined) return Number(value) === 1 ? one : many
      return String(value)
    },
  )
}
