/**
 * What the console asks of `/api/v1` first at an address, word for word as its pages do: who is here, and what the
 * cockpit or the platform's first tab cannot do without.
 */
export function firstQuestions(pathname: string, search: string): string[] {
  const [, , place = '', section = ''] = pathname.split('/')
  if (place === 'platform' && search === '')
    return ['/me', '/platform/counties?limit=100', '/platform/overview']
  if (place === '' || place === 'platform' || place === 'account') return ['/me']
  const county = `/counties/${place}`
  const everywhere = ['/me', county, `${county}/notices?limit=10`]
  if (section !== '' && section !== 'cockpit') return everywhere
  return [
    ...everywhere,
    `${county}/boards?limit=200`,
    `${county}/areas?level=township&limit=500`,
    `${county}/pulse`,
  ]
}
