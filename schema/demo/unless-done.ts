import { Problem } from '../../worker/problems/problem.ts'

/** Runs a step and takes these problems to mean that it was done before. */
export async function unlessDone(codes: readonly string[], step: () => Promise<unknown>): Promise<void> {
  try {
    await step()
  } catch (error) {
    if (!(error instanceof Problem && codes.includes(error.code))) throw error
  }
}
