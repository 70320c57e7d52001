import { createHmac } from 'node:crypto'
import { expect, test } from 'vitest'
import { type Outgoing, postOf } from '../../../worker/domain/webhooks/message.ts'

const now = Date.parse('2026-03-06T10:00:00.500Z')
const seconds = Math.floor(now / 1000)
const told: Outgoing = {
  ...{ delivery: 'd1', event: 'bulletin.issued', subject: 'b1', at: '2026-03-06T10:00:00.000Z' },
  county: { id: 'c', code: '620423', name: '景泰县' },
  ...{ title: '日通报', text: '发现问题 35 个', url: 'https://site/c/620423/bulletins/b1' },
}
const receiver = (format: 'json' | 'wecom' | 'dingtalk' | 'feishu', secret: string | null = 'a secret') => ({
  ...{ url: 'https://hooks.gov.cn/in?key=1', format, secret },
})
const hmac = (key: string, text: string) => createHmac('sha256', key).update(text)

test('a program can prove who sent the very bytes it got, and when', async () => {
  const { headers, body } = await postOf(told, receiver('json'), now)
  expect(JSON.parse(body)).toEqual(told)
  const hash = hmac('a secret', `${seconds}.${body}`).digest('hex')
  expect(headers['x-xiangbang-signature']).toBe(`t=${seconds},v1=${hash}`)
  expect(headers['x-xiangbang-delivery']).toBe('d1')
})

test('without a secret nothing pretends to be signed', async () => {
  const { headers } = await postOf(told, receiver('json', null), now)
  expect(headers).not.toHaveProperty('x-xiangbang-signature')
})

test('DingTalk finds its signature in the address, Feishu in the body, WeCom needs none', async () => {
  const text = '发现问题 35 个\nhttps://site/c/620423/bulletins/b1'
  const dingtalk = await postOf(told, receiver('dingtalk'), now)
  const query = new URL(dingtalk.url).searchParams
  expect(query.get('key')).toBe('1')
  expect(query.get('timestamp')).toBe(String(now))
  expect(query.get('sign')).toBe(hmac('a secret', `${now}\na secret`).digest('base64'))
  expect(JSON.parse(dingtalk.body)).toEqual({ msgtype: 'text', text: { content: text } })

  const feishu = JSON.parse((await postOf(told, receiver('feishu'), now)).body)
  const sign = hmac(`${seconds}\na secret`, '').digest('base64')
  expect(feishu).toEqual({ timestamp: String(seconds), sign, msg_type: 'text', content: { text } })

  const wecom = await postOf(told, receiver('wecom', null), now)
  expect(wecom.url).toBe('https://hooks.gov.cn/in?key=1')
  expect(JSON.parse(wecom.body)).toEqual({ msgtype: 'text', text: { content: text } })
})

test('a text too long for WeCom is cut between characters and keeps its link', async () => {
  const long = { ...told, text: '整治𠀀'.repeat(400) }
  const { content } = JSON.parse((await postOf(long, receiver('wecom', null), now)).body).text
  const bytes = Buffer.from(content)
  expect(bytes.length).toBeLessThanOrEqual(2048)
  expect(bytes.length).toBeGreaterThan(2040)
  expect(content).toMatch(/[整治𠀀]…\nhttps:\/\/site\/c\/620423\/bulletins\/b1$/u)
  expect(content).not.toContain('\ufffd')
})
