import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import type { BulletinContent } from '../../../../schema/api/bulletin-content.ts'
import type { BulletinDetail } from '../../../../schema/api/bulletins.ts'
import { answer, api } from '../../../lib/api.ts'
import { ApiProblem } from '../../../lib/problem.ts'
import { useCounty } from '../../../lib/session.ts'
import { bulletinKey } from '../queries.ts'

/** What of a draft a person writes. */
export type Written = Pick<BulletinDetail, 'title' | 'issuer' | 'number' | 'visibility' | 'content'>

/** `theirs`: what another person has saved meanwhile, for the writer to decide. */
export type Saving =
  | { state: 'saved' | 'unsaved' | 'saving' }
  | { state: 'failed'; error: unknown }
  | { state: 'conflict'; theirs: BulletinDetail }

/** How long after the last keystroke a draft is saved, and after a failure tried again. */
const pause = 1200
const again = 5000

/**
 * A draft that saves itself. Every change of it is sent with the version it was made from, one at a time; where another
 * person was quicker, nothing more is sent until the writer has decided.
 */
export function useDraft(first: BulletinDetail) {
  const { county } = useCounty()
  const queries = useQueryClient()
  const [written, setWritten] = useState<Written>(() => writtenOf(first))
  const [shown, setShown] = useState(first)
  const [saving, setSaving] = useState<Saving>({ state: 'saved' })
  const now = useRef({ written, saved: written, version: first.version, busy: false, timer: 0, gone: false })
  const param = { county, id: first.id }
  const bulletin = api.counties[':county'].bulletins[':id']

  const adopt = (detail: BulletinDetail, sent: Written) => {
    Object.assign(now.current, { version: detail.version, saved: sent })
    queries.setQueryData(bulletinKey(county, detail.id), detail)
    if (!now.current.gone) setShown(detail)
  }

  /** Sends what is unsaved, and what was typed while it was sent. True when all is saved. */
  const save = async (): Promise<boolean> => {
    const { current } = now
    window.clearTimeout(current.timer)
    if (current.busy) return false
    current.busy = true
    try {
      while (Object.keys(changeOf(current.saved, current.written)).length > 0) {
        setSaving({ state: 'saving' })
        const sent = current.written
        const json = { version: current.version, ...changeOf(current.saved, sent) }
        adopt(await answer(bulletin.$patch({ param, json })), sent)
      }
      setSaving({ state: 'saved' })
      return true
    } catch (error) {
      await failed(error)
      return false
    } finally {
      current.busy = false
    }
  }

  const failed = async (error: unknown) => {
    if (error instanceof ApiProblem && error.code === 'bulletin-changed') {
      const theirs = await answer(bulletin.$get({ param })).catch(() => undefined)
      if (!theirs) return setSaving({ state: 'failed', error })
      // An answer lost on its way: the other person was this one.
      const own = Object.keys(changeOf(writtenOf(theirs), now.current.written)).length === 0
      if (!own) return setSaving({ state: 'conflict', theirs })
      adopt(theirs, now.current.written)
      return setSaving({ state: 'saved' })
    }
    setSaving({ state: 'failed', error })
    const passing = !(error instanceof ApiProblem) || error.status >= 500
    if (passing && !now.current.gone) now.current.timer = window.setTimeout(save, again)
  }

  const change = (part: Partial<Written>) => {
    const next = { ...now.current.written, ...part }
    now.current.written = next
    setWritten(next)
    setSaving((before) => (before.state === 'conflict' ? before : { state: 'unsaved' }))
    window.clearTimeout(now.current.timer)
    if (saving.state !== 'conflict') now.current.timer = window.setTimeout(save, pause)
  }

  /** Goes on from what the other person saved: with `next` as the writer's own words. */
  const settle = (theirs: BulletinDetail, next: Written) => {
    adopt(theirs, writtenOf(theirs))
    now.current.written = next
    setWritten(next)
    return save()
  }

  useEffect(() => {
    const { current } = now
    // Strict mode mounts twice.
    current.gone = false
    return () => {
      current.gone = true
      window.clearTimeout(current.timer)
    }
  }, [])

  return { written, shown, saving, version: () => now.current.version, change, save, settle }
}

export function writtenOf({ title, issuer, number, visibility, content }: BulletinDetail): Written {
  return { title, issuer, number, visibility, content }
}

/** What of `next` differs; an empty title is not sent: it is about to be typed. */
export function changeOf(saved: Written, next: Written): Partial<Written> {
  const differ = <Part>(a: Part, b: Part) => JSON.stringify(a) !== JSON.stringify(b)
  const text = (typed: string | null) => typed?.trim() || null
  const title = next.title.trim()
  return {
    ...(title !== '' && title !== saved.title.trim() ? { title } : {}),
    ...(text(saved.issuer) === text(next.issuer) ? {} : { issuer: text(next.issuer) }),
    ...(text(saved.number) === text(next.number) ? {} : { number: text(next.number) }),
    ...(differ(saved.visibility, next.visibility) ? { visibility: next.visibility } : {}),
    ...(differ(saved.content, next.content) ? { content: next.content } : {}),
  }
}

/** Both bodies, theirs first; where both have a data block, mine is a block of its own. */
export function joined(theirs: BulletinContent, mine: BulletinContent, id: () => string): BulletinContent {
  const own = mine.content.map((block) =>
    block.type === 'data' ? { ...block, attrs: { ...block.attrs, id: id() } } : block,
  )
  return { type: 'doc', content: [...theirs.content, ...own] }
}
