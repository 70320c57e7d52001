import { expect } from 'vitest'
import type { Issue, IssueDetail, IssueRaised, IssueStep, NewIssue } from '../../schema/api/issues.ts'
import { newId } from '../../worker/data/new-id.ts'
import type { Answer, Client } from './client.ts'
import type { TestCounty } from './county.ts'

/** A county that has taken over the shipped catalogue, and places and people in it. */
export async function withCatalogue({ office, at }: TestCounty): Promise<void> {
  const answer = await office.put(at('/issue-categories/catalogue'), {})
  expect(answer.status, answer.text).toBe(200)
}

/** An issue as somebody would raise it just now; the first village of the first township unless said otherwise. */
export function anIssue({ townships, villagesOf }: TestCounty, wanted: Partial<NewIssue> = {}): NewIssue {
  const area = villagesOf(townships[0]?.id ?? '')[0]?.id ?? ''
  return {
    ...{ category: 'pile-waste', area, source: 'inspection', text: '村口有积存垃圾' },
    foundAt: new Date().toISOString(),
    ...wanted,
  }
}

export function raises(
  { at }: TestCounty,
  by: Client,
  issue: NewIssue,
  id: string = newId(),
): Promise<Answer> {
  return by.put(at(`/issues/${id}`), issue)
}

/** The issue as it was raised, by the office unless said otherwise. */
export async function raised(
  county: TestCounty,
  wanted: Partial<NewIssue> = {},
  by: Client = county.office,
): Promise<IssueRaised> {
  const answer = await raises(county, by, anIssue(county, wanted))
  expect(answer.status, answer.text).toBe(201)
  return answer.body as IssueRaised
}

export function steps(
  { at }: TestCounty,
  by: Client,
  issue: { id: string },
  step: IssueStep,
  id: string = newId(),
): Promise<Answer> {
  return by.put(at(`/issues/${issue.id}/steps/${id}`), step)
}

/** The issue after a step that is taken. */
export async function stepped(
  county: TestCounty,
  by: Client,
  issue: { id: string },
  step: IssueStep,
): Promise<Issue> {
  const answer = await steps(county, by, issue, step)
  expect(answer.status, answer.text).toBe(200)
  return answer.body as Issue
}

export async function detailed({ at, office }: TestCounty, issue: { id: string }, by: Client = office) {
  const answer = await by.get(at(`/issues/${issue.id}`))
  expect(answer.status, answer.text).toBe(200)
  return answer.body as IssueDetail
}

export async function listed({ at, office }: TestCounty, query: string, by: Client = office) {
  const answer = await by.get(at(`/issues?${query}`))
  expect(answer.status, answer.text).toBe(200)
  return answer.body as { items: Issue[]; nextCursor: string | null }
}
