import stories from '../vitest.config.ts'

/** Every page looked at by axe, on a server that no story has written to. */
export default {
  ...stories,
  test: {
    ...stories.test,
    name: 'accessibility',
    include: ['test/e2e/accessibility/**/*.test.ts'],
    exclude: [],
    // Nothing is written here, so that looking again at all of it proves as much; a fault of a page shows both times.
    retry: 1,
    testTimeout: 480_000,
  },
}
