/** 256 random bits, base64url: refresh secrets, one-time links, machine tokens. Only its hash is ever stored. */
export function newSecret(): string {
  return Buffer.from(crypto.getRandomValues(new Uint8Array(32))).toString('base64url')
}

/** 128 random bits, base64url, 22 characters: the code that a printed sign carries. */
export function newFieldCode(): string {
  return Buffer.from(crypto.getRandomValues(new Uint8Array(16))).toString('base64url')
}
