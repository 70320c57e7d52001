import { expect, test } from 'vitest'
import { afterSignIn, signInAddress } from '../../web/lib/sign-in-address.ts'

test('signing in leads back to the page one came from, its filters and fragment included', () => {
  const from = '/console/620423/areas?q=石门&retired=1#content'
  expect(afterSignIn(new URL(signInAddress(from), 'https://here').search)).toBe(from)
})

test('a next that leads to another site is not followed', () => {
  for (const next of [
    'https://evil.example',
    '//evil.example',
    '/\\evil.example',
    '/ok\n//x',
    'javascript:alert(1)',
    '',
  ]) {
    expect(afterSignIn(`?next=${encodeURIComponent(next)}`)).toBe('/console/')
  }
})
