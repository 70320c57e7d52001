import type { DeliveryEvent, WebhookFormat } from '../../../schema/api/webhooks.ts'
import { dingtalkSign, feishuSign, signature } from './sign.ts'

/** What is told, to whom and as which delivery. */
export type Outgoing = {
  delivery: string
  event: DeliveryEvent
  subject: string
  /** When it happened, ISO 8601. */
  at: string
  county: { id: string; code: string; name: string }
  title: string
  text: string
  url: string | null
}
export type Receiver = { url: string; format: WebhookFormat; secret: string | null }
/** One HTTP POST. */
export type Post = { url: string; headers: Record<string, string>; body: string }

/** WeCom takes 2,048 bytes of text; what is longer it cuts anywhere. */
const wecomBytes = 2048
/** DingTalk and Feishu take about 20 KB; nobody reads more than a few screens in a chat. */
const chatBytes = 8000

/**
 * The request that brings a message to its receiver, at `now` (epoch ms). Every one names its delivery, which stays
 * the same when it is sent again. Formats: open documentation of the three group robots, text messages.
 */
export async function postOf(
  message: Outgoing,
  { url, format, secret }: Receiver,
  now: number,
): Promise<Post> {
  const seconds = Math.floor(now / 1000)
  const headers: Record<string, string> = {
    'content-type': 'application/json; charset=utf-8',
    'user-agent': 'xiangbang-webhook/1',
    'x-xiangbang-delivery': message.delivery,
    'x-xiangbang-event': message.event,
  }
  switch (format) {
    case 'json': {
      const body = JSON.stringify(message)
      if (secret) headers['x-xiangbang-signature'] = await signature(secret, seconds, body)
      return { url, headers, body }
    }
    case 'wecom':
      return {
        url,
        headers,
        body: JSON.stringify({ msgtype: 'text', text: { content: said(message, wecomBytes) } }),
      }
    case 'dingtalk': {
      const body = JSON.stringify({ msgtype: 'text', text: { content: said(message, chatBytes) } })
      return { url: secret ? await dingtalkUrl(url, secret, now) : url, headers, body }
    }
    case 'feishu': {
      const sign = secret ? { timestamp: String(seconds), sign: await feishuSign(secret, seconds) } : {}
      const content = { msg_type: 'text', content: { text: said(message, chatBytes) } }
      return { url, headers, body: JSON.stringify({ ...sign, ...content }) }
    }
  }
}

async function dingtalkUrl(address: string, secret: string, now: number): Promise<string> {
  const url = new URL(address)
  url.searchParams.set('timestamp', String(now))
  url.searchParams.set('sign', await dingtalkSign(secret, now))
  return url.href
}

/** The text with its link at the end, which a cut never takes away. */
function said({ text, url }: Outgoing, limit: number): string {
  const link = url === null ? '' : `\n${url}`
  return `${cut(text, limit - bytesOf(link))}${link}`
}

/** At most so many bytes of UTF-8, never half a character. */
function cut(text: string, limit: number): string {
  if (bytesOf(text) <= limit) return text
  const mark = '…'
  let kept = ''
  let used = bytesOf(mark)
  for (const character of text) {
    used += bytesOf(character)
    if (used > limit) break
    kept += character
  }
  return `${kept}${mark}`
}

function bytesOf(text: string): number {
  return new TextEncoder().encode(text).length
}
