/**
 * The shared secret of an authenticator app as it is stored: AES-256-GCM under a key derived from SESSION_SECRET
 * (HKDF-SHA-256), bound to its account, so that neither a copy of the database nor a row moved to another account
 * opens it. `iv.ciphertext`, base64url.
 */
export async function seal(
  sessionSecret: string,
  account: string,
  secret: Uint8Array<ArrayBuffer>,
): Promise<string> {
  const iv = crypto.getRandomValues(new Uint8Array(12))
  const sealed = await crypto.subtle.encrypt(cipher(iv, account), await keyOf(sessionSecret), secret)
  return `${Buffer.from(iv).toString('base64url')}.${Buffer.from(sealed).toString('base64url')}`
}

/** Opens it again; undefined where it was sealed under another SESSION_SECRET, for another account, or was changed. */
export async function unseal(
  sessionSecret: string,
  account: string,
  sealed: string,
): Promise<Uint8Array<ArrayBuffer> | undefined> {
  const [iv = '', text = ''] = sealed.split('.')
  try {
    const opened = await crypto.subtle.decrypt(
      cipher(bytesOf(iv), account),
      await keyOf(sessionSecret),
      bytesOf(text),
    )
    return new Uint8Array(opened)
  } catch {
    return undefined
  }
}

function cipher(iv: Uint8Array<ArrayBuffer>, account: string) {
  return { name: 'AES-GCM', iv, additionalData: new TextEncoder().encode(account) }
}

function bytesOf(text: string): Uint8Array<ArrayBuffer> {
  return new Uint8Array(Buffer.from(text, 'base64url'))
}

async function keyOf(sessionSecret: string): Promise<CryptoKey> {
  const bytes = new TextEncoder()
  const base = await crypto.subtle.importKey('raw', bytes.encode(sessionSecret), 'HKDF', false, ['deriveKey'])
  const derivation = {
    ...{ name: 'HKDF', hash: 'SHA-256', salt: new Uint8Array() },
    info: bytes.encode('xiangbang second factor'),
  }
  return crypto.subtle.deriveKey(derivation, base, { name: 'AES-GCM', length: 256 }, false, [
    'encrypt',
    'decrypt',
  ])
}
