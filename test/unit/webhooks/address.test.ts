import { expect, test } from 'vitest'
import { addressFault } from '../../../worker/domain/webhooks/address.ts'

test.each([
  'https://qyapi.weixin.qq.com/cgi-bin/webhook/send?key=a-b',
  'https://oapi.dingtalk.com/robot/send?access_token=x',
  'https://open.feishu.cn:443/open-apis/bot/v2/hook/x',
  'https://receiver.county.gov.cn:8443/in',
  'https://HOOKS.EXAMPLE.COM/in',
  'https://推送.中国/in',
])('%s may be called', (address) => {
  expect(addressFault(address)).toBeNull()
})

test.each([
  ['loopback', 'https://127.0.0.1/'],
  ['loopback, short', 'https://127.1/'],
  ['loopback, decimal', 'https://2130706433/'],
  ['loopback, octal', 'https://0177.0.0.1/'],
  ['loopback, hexadecimal', 'https://0x7f.0.0.1/'],
  ['loopback, one hexadecimal', 'https://0x7f000001/'],
  ['this host', 'https://0.0.0.0/'],
  ['private 10', 'https://10.1.2.3/'],
  ['private 172.16', 'https://172.16.0.1/'],
  ['private 192.168', 'https://192.168.1.1/'],
  ['link-local', 'https://169.254.1.1/'],
  ['cloud metadata', 'https://169.254.169.254/latest/meta-data/'],
  ['carrier-grade NAT', 'https://100.64.0.1/'],
  ['a public address, even', 'https://8.8.8.8/'],
  ['full-width digits', 'https://１２７.０.０.１/'],
  ['circled digits', 'https://①②⑦.⓪.⓪.①/'],
  ['IPv6 loopback', 'https://[::1]/'],
  ['IPv4 in IPv6', 'https://[::ffff:127.0.0.1]/'],
  ['unique local IPv6', 'https://[fd00::1]/'],
  ['link-local IPv6', 'https://[fe80::1]/'],
  ['localhost', 'https://localhost/'],
  ['localhost with a dot', 'https://localhost./'],
  ['below localhost', 'https://a.localhost/'],
  ['multicast name', 'https://printer.local/'],
  ['cloud metadata by name', 'https://metadata.google.internal/'],
  ['home network', 'https://router.home.arpa/'],
  ['one label', 'https://intranet/'],
  ['loopback with a dot', 'https://127.0.0.1./'],
  ['loopback with two dots', 'https://127.0.0.1../'],
  ['localhost with two dots', 'https://localhost../'],
  ['an empty label', 'https://hooks..gov.cn/'],
  ['IPv4 in IPv6, compatible', 'https://[::127.0.0.1]/'],
  ['IPv4 in IPv6, translated', 'https://[64:ff9b::7f00:1]/'],
  ['6to4 of a private address', 'https://[2002:a00:1::]/'],
  ['any IPv6', 'https://[::]/'],
  ['any address, short', 'https://0/'],
  ['escaped digits', 'https://%31%32%37.0.0.1/'],
  ['escaped localhost', 'https://%6cocalhost/'],
  ['circled localhost', 'https://ⓛocalhost/'],
  ['an ideographic full stop', 'https://127。0。0。1/'],
  ['onion', 'https://abc.onion/'],
])('refuses %s', (_, address) => {
  expect(addressFault(address)).toBe('host')
})

test.each([
  ['scheme', 'http://hooks.gov.cn/'],
  ['scheme', 'ftp://hooks.gov.cn/'],
  ['scheme', 'file:///etc/passwd'],
  ['scheme', 'javascript:alert(1)'],
  ['credentials', 'https://user:pass@hooks.gov.cn/'],
  ['credentials', 'https://hooks.gov.cn@127.0.0.1/'],
  ['credentials', 'https://@hooks.gov.cn/'],
  ['port', 'https://hooks.gov.cn:22/'],
  ['port', 'https://hooks.gov.cn:6379/'],
  ['port', 'https://hooks.gov.cn:80/'],
  ['malformed', 'hooks.gov.cn/in'],
  ['malformed', ''],
  ['malformed', 'https://hooks.gov.cn\\@127.0.0.1/'],
  ['malformed', 'https://hooks.gov.cn/a b'],
  ['malformed', 'https://hooks.gov.cn/\r\nHost: inside'],
])('says %s of %j', (fault, address) => {
  expect(addressFault(address)).toBe(fault)
})
