/** `t=…,v1=…` over `{seconds}.{body}`: HMAC-SHA256, hexadecimal. The receiver checks both the hash and the age. */
export async function signature(secret: string, seconds: number, body: string): Promise<string> {
  const hash = await hmac(secret, `${seconds}.${body}`)
  return `t=${seconds},v1=${Array.from(hash, (byte) => byte.toString(16).padStart(2, '0')).join('')}`
}

/** DingTalk's: over `{milliseconds}\n{secret}` with the secret as key, base64; goes into the address. */
export async function dingtalkSign(secret: string, milliseconds: number): Promise<string> {
  return base64(await hmac(secret, `${milliseconds}\n${secret}`))
}

/** Feishu's: `{seconds}\n{secret}` is the key and nothing the text, base64; goes into the body. */
export async function feishuSign(secret: string, seconds: number): Promise<string> {
  return base64(await hmac(`${seconds}\n${secret}`, ''))
}

async function hmac(key: string, text: string): Promise<Uint8Array> {
  const encoder = new TextEncoder()
  const algorithm = { name: 'HMAC', hash: 'SHA-256' }
  const imported = await crypto.subtle.importKey('raw', encoder.encode(key), algorithm, false, ['sign'])
  return new Uint8Array(await crypto.subtle.sign('HMAC', imported, encoder.encode(text)))
}

function base64(bytes: Uint8Array): string {
  return btoa(String.fromCharCode(...bytes))
}
