/** What a member was refused: which route, and the id asked for; `answered` is the status, 403 or 404. */
export type Denial = { method: string; route: string; target: string | null; answered: number }

const below = '/api/v1/counties/:county'

/**
 * A refusal as the audit keeps it: the route as the API describes it, below the county, and the first id in the path.
 * Never what else was sent: a search, a body and whatever is no id may be a name.
 */
export function denialOf(method: string, template: string, path: string, answered: number): Denial {
  const places = template.split('/')
  const given = path.split('/')
  const asked = places
    .map((place, at) => (place.startsWith(':') && place !== ':county' ? given[at] : undefined))
    .find((part) => part !== undefined)
  const inside = template.startsWith(below) ? template.slice(below.length) : template
  return {
    method,
    route: inside.replace(/:(\w+)/g, '{$1}').replace(/\/?\*?$/, '') || '/',
    target: asked !== undefined && isId(asked) ? asked : null,
    answered,
  }
}

/** The county that a path names, where it could be one. */
export function countyNamed(path: string): string | null {
  const [, named] = /^\/api\/v1\/counties\/([^/]+)/.exec(path) ?? []
  return named !== undefined && isId(named) ? named : null
}

/** Letters of no name: ids and codes are of ASCII, and carry a digit. */
function isId(text: string): boolean {
  return /^(?=.*\d)[\w-]{1,64}$/.test(text)
}
