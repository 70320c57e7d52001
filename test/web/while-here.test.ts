import { afterEach, expect, test, vi } from 'vitest'
import { whileHere } from '../../web/lib/while-here.ts'

afterEach(() => vi.unstubAllGlobals())
const at = (pathname: string) => vi.stubGlobal('location', { pathname })

test('what is late happens while the page is the same', () => {
  const late = vi.fn()
  at('/console/620423/rounds/1')
  const change = whileHere(late)
  change()
  expect(late).toHaveBeenCalledOnce()
})

test('and not once a link was followed', () => {
  const late = vi.fn()
  at('/console/620423/rounds/1')
  const change = whileHere(late)
  at('/console/620423/rounds/1/why/2')
  change()
  expect(late).not.toHaveBeenCalled()
})
