import { expect, test } from 'vitest'
import { ApiProblem, problemOf } from '../../web/lib/problem.ts'

test('a refused request tells its code and what is wrong at each field', async () => {
  const problem = await problemOf(
    Response.json(
      {
        ...{
          type: '/problems/invalid',
          title: '填写有误',
          status: 422,
          detail: '什么都没有保存。',
          instance: 'x',
        },
        errors: [{ path: 'account.login', message: '太短' }],
      },
      { status: 422 },
    ),
  )
  expect(problem.code).toBe('invalid')
  expect(problem.at('account.login')).toBe('太短')
  expect(problem.at('office')).toBeUndefined()
})

test("a proxy's error page is a problem too", async () => {
  const problem = await problemOf(new Response('<h1>502</h1>', { status: 502 }))
  expect(problem).toBeInstanceOf(ApiProblem)
  expect(problem.status).toBe(502)
})
