import stories from '../vitest.config.ts'

/** Every page looked at by axe, on a server that no story has written to. */
export default {
  ...stories,
  test: {
    ...stories.test,
    name: 'accessibility',
    include: ['test/e2e/accessibility/**/*.test.ts'],
    exclude: [],
  },
}
