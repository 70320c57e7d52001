import type { CountyAreas } from '../../../lib/county-areas.ts'

type Named = { name: string; scope: string }
type Words = { reporter: (township: string) => string; inspector: (group: string) => string }
type Roles = { reporter: string; inspector: string }

/**
 * A list to begin with: a reporter for every township and an inspector for every group, with logins from the pinyin of
 * their names, as lines to be changed before they are sent. Fetches the pinyin dictionary.
 */
export async function draftList(
  { townships }: CountyAreas,
  groups: readonly { name: string }[],
  words: Words,
  roles: Roles,
): Promise<string> {
  const { pinyin } = await import('pinyin-pro')
  const taken = new Set<string>()
  const login = (name: string): string => {
    const sound = pinyin(name, { toneType: 'none', type: 'array' }).join('').toLowerCase()
    const base = sound.replace(/[^a-z0-9]/g, '').slice(0, 40) || 'member'
    let unique = base.length < 3 ? `${base}-bao` : base
    for (let n = 2; taken.has(unique); n++) unique = `${base}${n}`
    taken.add(unique)
    return unique
  }
  const line = ({ name, scope }: Named, role: string) => [name, login(scope), role, scope].join('\t')
  return [
    ...townships
      .filter(({ active }) => active)
      .map(({ name }) => line({ name: words.reporter(name), scope: name }, roles.reporter)),
    ...groups.map(({ name }) => line({ name: words.inspector(name), scope: name }, roles.inspector)),
  ].join('\n')
}
