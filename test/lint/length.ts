const most = 250
/** A test file is one story told scene by scene, and may go on a little. */
const mostOfTest = 400

/** Files that hold one idea although it takes more lines than a screen or two, each with the reason. */
const longer: Record<string, string> = {}

/** Files that have grown past the length at which a file usually has two ideas in it. */
export function lengthProblems(files: Map<string, string>): string[] {
  const limit = (path: string) => (path.startsWith('test/') ? mostOfTest : most)
  const lengths = [...files].map(([path, source]) => [path, source.trimEnd().split('\n').length] as const)
  return [
    ...lengths
      .filter(([path, lines]) => lines > limit(path) && !longer[path])
      .map(
        ([path, lines]) =>
          `${path}: ${lines} lines; more than ${limit(path)} usually are two ideas (test/lint/length.ts)`,
      ),
    ...Object.keys(longer)
      .filter((path) => !lengths.some(([name, lines]) => name === path && lines > limit(path)))
      .map((path) => `${path}: is not long any more; take it off the list in test/lint/length.ts`),
  ]
}
