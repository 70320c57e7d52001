import type { Week } from './boards.ts'
import { useInterviewTasks } from './interview-tasks.ts'
import { useIssueTasks } from './issue-tasks.ts'
import { usePromiseTasks } from './promise-tasks.ts'
import { useRoundTasks } from './round-tasks.ts'
import type { Task } from './task.ts'

/** What this member is to do now, the most pressing first. */
export function useTasks(weeks: readonly Week[]): Task[] {
  const ofRounds = useRoundTasks(weeks)
  const ofInterviews = useInterviewTasks()
  const ofPromises = usePromiseTasks()
  const ofIssues = useIssueTasks()
  return [...ofRounds, ...ofInterviews, ...ofPromises, ...ofIssues].sort(
    (a, b) => Number(b.urgent) - Number(a.urgent),
  )
}
