import { type Context, Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { createElement, type ReactElement } from 'react'
import { followComplaint } from '../actions/complaints/follow-complaint.ts'
import { type FormGround, formGround } from '../actions/complaints/form-ground.ts'
import { newForm } from '../actions/complaints/form-token.ts'
import { visitor } from '../actions/complaints/receive-complaint.ts'
import {
  type FormFaults,
  type FormFields,
  formFields,
  type Submitted,
  submitForm,
} from '../actions/complaints/submit-form.ts'
import type { CountyContext } from '../actions/context.ts'
import { type CountyRow, findCounty, shownToPublic } from '../data/callers.ts'
import { CountyDb } from '../data/county-db.ts'
import { readSiteState } from '../data/public-sections.ts'
import { shardOf } from '../data/shards.ts'
import type { AppEnv } from '../http/app-env.ts'
import { platformContext } from '../http/county-context.ts'
import { deviceOf, knownDevice, sentFromHere } from '../http/device.ts'
import { formOf } from '../http/form-data.ts'
import { visitorAddress } from '../http/visitor.ts'
import { type FormStatus, privatePage } from '../pages/complaints/answer.ts'
import { AskPage, FollowPage } from '../pages/complaints/follow-page.tsx'
import { FormPage } from '../pages/complaints/form-page.tsx'
import { ReceiptPage } from '../pages/complaints/receipt-page.tsx'
import { TooLargePage } from '../pages/complaints/too-large-page.tsx'
import { complaintWords } from '../pages/complaints/words.ts'
import type { View } from '../pages/view.ts'
import { missing } from './public-site.ts'
import { browserLanguage, viewOf } from './view-of.ts'

/** Four photos of 8 MB and what a form adds to them. */
const mostSent = 33_000_000

/**
 * What the public writes to a county that has opened its form; every other county answers as one that does not exist.
 * Browsers send the forms themselves: no script, no JSON.
 */
export const publicComplaintRoutes = new Hono<AppEnv>()
  .get('/c/:county/complaints', async (c) => {
    const desk = await openDesk(c)
    return desk ? showForm(c, desk, { values: asked(c) }) : missing(c)
  })
  .post('/c/:county/complaints', limited(mostSent), async (c) => {
    const desk = await openDesk(c)
    return desk ? takeIn(c, desk) : missing(c)
  })
  .get('/c/:county/complaints/follow', async (c) => {
    const desk = await openDesk(c)
    return desk ? answer(c, desk, createElement(AskPage, desk)) : missing(c)
  })
  .post('/c/:county/complaints/follow', limited(10_000), async (c) => {
    const desk = await openDesk(c)
    if (!desk) return missing(c)
    const sent = await formOf(c.req.raw)
    const found = await followComplaint(desk.context, textOf(sent, 'code'))
    return found
      ? answer(c, desk, createElement(FollowPage, { ...desk, found }))
      : answer(c, desk, createElement(AskPage, { ...desk, wrong: true }), 404)
  })

/** An open form: its county, what it offers, and how its pages are written. */
type Desk = { county: CountyRow; context: CountyContext; ground: FormGround; view: View }

async function openDesk(c: Context<AppEnv>): Promise<Desk | undefined> {
  const county = await findCounty(c.var.control, c.req.param('county') ?? '')
  if (!county || !shownToPublic(county)) return undefined
  const db = new CountyDb(shardOf(c.env, county.shard), county.id, c.var.cost)
  const ground = await formGround(db, c.var.now)
  if (!ground) return undefined
  const { sections } = await readSiteState(db)
  const view = { ...viewOf(c, county, '', browserLanguage(c)), sections }
  return { county, context: { ...platformContext(c), county, db, member: visitor }, ground, view }
}

async function takeIn(c: Context<AppEnv>, desk: Desk): Promise<Response> {
  const words = complaintWords[desk.view.language]
  const sent = await formOf(c.req.raw)
  if (!sent) return showForm(c, desk, { values: asked(c), notices: [words.notices.broken], status: 400 })
  const values = Object.fromEntries(formFields.map((name) => [name, textOf(sent, name)])) as FormFields
  if (!sentFromHere(c)) return showForm(c, desk, { values, notices: [words.notices.origin], status: 403 })
  const files = sent
    .getAll('photos')
    .flatMap((file) => (typeof file === 'string' || file.size === 0 ? [] : [file]))
  const submitted = await submitForm(desk.context, desk.ground, {
    ...{ fields: values, token: textOf(sent, 'token'), trap: textOf(sent, 'website') },
    files: files.map((file) => ({
      size: file.size,
      bytes: async () => new Uint8Array(await file.arrayBuffer()),
    })),
    ...{ device: await knownDevice(c), address: visitorAddress(c), language: desk.view.language },
  })
  return submitted.kind === 'kept'
    ? answer(c, desk, createElement(ReceiptPage, { ...desk, ...submitted }))
    : showForm(c, desk, { values, ...refusal(desk, submitted, files.length > 0) })
}

/** What the form says when it comes back, filled in as it was. */
function refusal(desk: Desk, submitted: Exclude<Submitted, { kind: 'kept' }>, hadPhotos: boolean): Shown {
  const words = complaintWords[desk.view.language]
  const again = hadPhotos ? [words.photosAgain] : []
  switch (submitted.kind) {
    case 'wrong':
      return { faults: submitted.faults, notices: again, status: 422 }
    case 'stale':
      return { notices: [words.notices.fresh, ...again], status: 409 }
    case 'sent_before':
      return { notices: [words.notices.sent_before, ...again], status: 409 }
    case 'too_many': {
      const { hotline } = desk.ground.setting
      const call = hotline === null ? [] : [words.call(hotline)]
      return { notices: [words.tooMany[submitted.of], words.kept, ...call], status: 429 }
    }
  }
}

type Shown = { faults?: FormFaults; notices?: readonly string[]; status?: FormStatus }

async function showForm(
  c: Context<AppEnv>,
  desk: Desk,
  { values, faults = {}, notices = [], status }: Shown & { values: FormFields },
): Promise<Response> {
  const { county, ground, view } = desk
  const device = await deviceOf(c)
  const token = await newForm(c.env.SESSION_SECRET, county.id, device, c.var.now.getTime())
  const township = c.req.query('township')
  const page = createElement(FormPage, { view, county, ground, values, township, faults, notices, token })
  return answer(c, desk, page, status ?? 200)
}

/** What the address asks to have filled in: a village's page or a code on a wall may lead here. */
function asked(c: Context<AppEnv>): FormFields {
  const said = (name: 'area' | 'category' | 'lat' | 'lng') => (c.req.query(name) ?? '').slice(0, 64)
  return {
    ...{ kind: '', text: '', contact: '', location: '' },
    ...{ area: said('area'), category: said('category'), lat: said('lat'), lng: said('lng') },
  }
}

function textOf(sent: FormData | undefined, name: string): string {
  const value = sent?.get(name)
  return typeof value === 'string' ? value : ''
}

async function answer(c: Context<AppEnv>, { view }: Desk, page: ReactElement, status: FormStatus = 200) {
  const { html, headers } = await privatePage(page, view.words.lang)
  return c.body(html, status, { ...headers, ...(status === 429 ? { 'retry-after': '3600' } : {}) })
}

/** More than that is refused in words, before anything of it is read. */
function limited(maxSize: number) {
  return bodyLimit({
    maxSize,
    onError: async (c: Context<AppEnv>) => {
      const desk = await openDesk(c)
      return desk ? answer(c, desk, createElement(TooLargePage, desk), 413) : missing(c)
    },
  })
}
