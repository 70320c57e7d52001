import { expect, test } from 'vitest'
import { countyNamed, denialOf } from '../../../worker/domain/access/denial.ts'

const county = '/api/v1/counties/:county'

test('a refusal says which route and the first id asked for, not what else was in the address', () => {
  expect(
    denialOf('PUT', `${county}/issues/:id/steps/:step`, '/api/v1/counties/c/issues/i-1/steps/s-2', 403),
  ).toEqual({ method: 'PUT', route: '/issues/{id}/steps/{step}', target: 'i-1', answered: 403 })
  expect(denialOf('GET', `${county}/areas`, '/api/v1/counties/c/areas', 403)).toEqual({
    ...{ method: 'GET', route: '/areas', target: null, answered: 403 },
  })
})

test('for the county itself, and what is below one that is not one’s own, the route is its root', () => {
  expect(denialOf('GET', county, '/api/v1/counties/c', 403).route).toBe('/')
  expect(denialOf('GET', `${county}/*`, '/api/v1/counties/c/areas/1', 404)).toMatchObject({
    ...{ route: '/', target: null },
  })
})

test('what may be a name, or is longer than an id, is left out', () => {
  const asked = (id: string) => denialOf('GET', `${county}/posts/:id`, `/api/v1/counties/c/posts/${id}`, 404)
  for (const name of ['zhangsan', '%E6%9D%8E', 'a b1', 'x'.repeat(64), `1${'x'.repeat(64)}`, ''])
    expect(asked(name).target, name).toBeNull()
  expect(asked('01a20341-868b-750f-ad52-032b414a0f84').target).not.toBeNull()
})

test('the county named is an id or a code', () => {
  expect(countyNamed('/api/v1/counties/620423/areas')).toBe('620423')
  expect(countyNamed('/api/v1/counties/%E5%8E%BF/areas')).toBeNull()
  expect(countyNamed('/api/v1/me')).toBeNull()
})
