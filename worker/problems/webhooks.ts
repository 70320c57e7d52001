import type { AddressFault } from '../domain/webhooks/address.ts'
import type { ProblemEntry } from './entry.ts'

export const webhookProblems = {
  webhook_limit: {
    status: 409,
    zh: ['推送地址已满', '最多可以有 {most} 个推送地址；请先删除不用的。'],
    en: ['Too many webhooks', 'There can be {most} webhooks; delete one that is not used.'],
  },
  webhook_paused: {
    status: 409,
    zh: ['推送已暂停', '这个推送地址已暂停；请先恢复再测试。'],
    en: ['Webhook paused', 'This webhook is paused. Resume it, then test it.'],
  },
  delivery_moving: {
    status: 409,
    zh: ['不能重发', '这条消息正在发送或已经送达；只有失败的和结果不明的可以重发。'],
    en: [
      'Cannot be sent again',
      'This message is on its way or has arrived; only failed ones and those of unknown outcome can be sent again.',
    ],
  },
} as const satisfies Record<string, ProblemEntry>

/** Why an address may not be called. */
export const addressMessages: Record<AddressFault, { zh: string; en: string }> = {
  malformed: { zh: '不是完整的网址', en: 'Not a complete address' },
  scheme: { zh: '必须以 https:// 开头', en: 'Must start with https://' },
  credentials: { zh: '网址里不能带用户名或密码', en: 'Must not carry a user name or password' },
  port: { zh: '端口只能是 443 或 8443', en: 'The port must be 443 or 8443' },
  host: {
    zh: '只能推送到公网域名，不能是 IP 地址、本机或内部网络的名字',
    en: 'Must be a public name: no IP address, no name of this machine or an internal network',
  },
}
