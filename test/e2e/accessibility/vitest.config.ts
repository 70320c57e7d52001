import stories from '../vitest.config.ts'

/** Every page looked at by axe: far longer than any story, so it runs beside them with a server of its own. */
export default {
  ...stories,
  test: {
    ...stories.test,
    name: 'accessibility',
    include: ['test/e2e/accessibility/**/*.test.ts'],
    exclude: [],
  },
}
