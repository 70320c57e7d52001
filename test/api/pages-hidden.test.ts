import { expect, test } from 'vitest'
import { Client } from '../support/client.ts'
import { aCounty } from '../support/county.ts'
import { aPublishedBoard } from '../support/published-board.ts'

const reader = new Client()

test('a board for members only, an unpublished one and an unknown one are the same 404 page', async () => {
  const county = await aCounty('620423')
  const hidden = await aPublishedBoard(county, { visibility: 'members' })
  const village = county.areas.find(({ level }) => level === 'village')
  const paths = [
    `/c/620423/boards/${hidden.board}`,
    '/c/620423/boards/unknown',
    `/c/620423/villages/${village?.id}`,
    '/c/620423/nothing/here',
    '/c/620423',
  ]
  for (const path of paths) {
    const answer = await reader.get(path)
    expect(answer.status, path).toBe(404)
    expect(answer.headers.get('content-type')).toBe('text/html; charset=utf-8')
    expect(answer.text).toContain('<h1>找不到这一页</h1>')
    expect(answer.text).not.toContain('rel="canonical"')
  }
})

test('a county on trial, another county’s board and an unknown county have no public pages', async () => {
  const jingtai = await aCounty('620423')
  expect((await reader.get(`/c/${jingtai.id}`)).status).toBe(404)
  const boai = await aCounty('410822', 1)
  const { board } = await aPublishedBoard(boai, { visibility: 'public' })
  expect((await reader.get(`/c/410822/boards/${board}`)).status).toBe(200)
  expect((await reader.get(`/c/620423/boards/${board}`)).status).toBe(404)
  expect((await reader.get('/c/999999')).status).toBe(404)
})
