import { createMiddleware } from 'hono/factory'
import type { Language } from '../problems/language.ts'
import { type FieldError, Problem } from '../problems/problem.ts'
import type { AppEnv } from './app-env.ts'

/** Levels of lists and objects within one another; the deepest body of the API has six. */
export const jsonDepth = 32

/**
 * Looks at a JSON body before anything reads it: it is UTF-8, no deeper than `jsonDepth`, and has no text that a
 * database would cut off (NUL) or refuse (half of a surrogate pair), nor a member that would be an object's prototype.
 * Whether it is JSON at all is said by whoever reads it. Of a member that stands twice the last counts, for every
 * reader here is the same one. Errors: malformed, too_deep, invalid.
 */
export const soundJson = createMiddleware<AppEnv>(async (c, next) => {
  if (!c.req.raw.body || !/^application\/json\b/i.test(c.req.header('content-type') ?? '')) return next()
  const bytes = await c.req.raw.arrayBuffer()
  const text = decoded(bytes)
  if (text === undefined) throw new Problem('malformed')
  if (isDeeper(text, jsonDepth)) throw new Problem('too_deep', { limit: jsonDepth })
  const unsound = suspicious.test(text) ? unsoundPlaces(parsed(text), []) : []
  if (unsound.length > 0)
    throw new Problem('invalid', {}, { fields: (language) => unsound.map((path) => fault(path, language)) })
  // What has been read here is there once more for the handler and for whoever hashes the request.
  c.req.raw = new Request(c.req.raw, { body: bytes })
  await next()
})

/** The escapes of NUL and of surrogates, which may or may not be in pairs, and the one forbidden name. */
const suspicious = /\\u(0000|d[89a-f])|__proto__|\\u005f/i
const mostPlaces = 20

function decoded(bytes: ArrayBuffer): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: false }).decode(bytes)
  } catch {
    return undefined
  }
}

/** Counts brackets outside of strings, without parsing: a parser would already be in the depth it is to be kept from. */
export function isDeeper(json: string, most: number): boolean {
  let depth = 0
  let quoted = false
  for (let at = 0; at < json.length; at += 1) {
    const code = json.charCodeAt(at)
    if (quoted) {
      if (code === 0x5c) at += 1
      else if (code === 0x22) quoted = false
    } else if (code === 0x22) quoted = true
    else if (code === 0x5b || code === 0x7b) {
      depth += 1
      if (depth > most) return true
    } else if (code === 0x5d || code === 0x7d) depth -= 1
  }
  return false
}

function parsed(json: string): unknown {
  try {
    return JSON.parse(json)
  } catch {
    return undefined
  }
}

/** Where text or a name cannot be kept, as far as it is worth naming. */
export function unsoundPlaces(value: unknown, path: readonly string[]): string[] {
  if (typeof value === 'string') return isSound(value) ? [] : [path.join('.')]
  if (typeof value !== 'object' || value === null) return []
  const places: string[] = []
  for (const [name, part] of Object.entries(value)) {
    const known = isSound(name) && name !== '__proto__'
    places.push(...(known ? unsoundPlaces(part, [...path, name]) : [path.join('.')]))
    if (places.length >= mostPlaces) break
  }
  return places
}

function isSound(text: string): boolean {
  // Half of a pair alone: with the u flag, whole pairs are one character and do not match.
  return !text.includes('\u0000') && !/\p{Surrogate}/u.test(text)
}

function fault(path: string, language: Language): FieldError {
  const message =
    language === 'zh' ? '含有无法保存的字符或名称' : 'Has a character or a name that cannot be kept'
  return { path, message }
}
