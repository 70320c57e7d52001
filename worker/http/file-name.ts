/** UTF-8 bytes of a name without its ending; file systems take 255 in all. */
const longest = 200

/** Names that Windows keeps for devices, whatever their ending. */
const reserved = /^(con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³])(?=\.|$)/i

/**
 * A name every file system takes and that shows what it is: no control or direction marks (which could make `fdp.exe`
 * read `exe.pdf`), no separators or quotes, no dots and spaces at its ends, not a device, not too long. Never empty.
 */
export function safeFileName(name: string): string {
  const plain = name
    .replace(/[\p{Surrogate}\p{Cc}\p{Cf}\u2028\u2029]/gu, '')
    .replace(/[\\/:*?"<>|]/g, '_')
    .replace(/\s+/g, ' ')
  const short = cut(plain).replace(/^[. ]+|[. ]+$/g, '')
  return reserved.test(short) ? `_${short}` : short || 'file'
}

/** The header that saves an answer under a name: RFC 6266, with RFC 8187 for what is not ASCII. */
export function saveAs(name: string, ending: string): string {
  const safe = safeFileName(name)
  const plain = safe.replace(/[^\x20-\x7e]|[%;]/g, '_')
  const encoded = encodeURIComponent(safe).replace(
    /['()*]/g,
    (mark) => `%${mark.charCodeAt(0).toString(16).toUpperCase()}`,
  )
  return `attachment; filename="${plain}.${ending}"; filename*=UTF-8''${encoded}.${ending}`
}

function cut(name: string): string {
  let bytes = 0
  let kept = ''
  for (const character of name) {
    bytes += new TextEncoder().encode(character).length
    if (bytes > longest) break
    kept += character
  }
  return kept
}
