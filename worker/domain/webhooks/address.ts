export type AddressFault = 'malformed' | 'scheme' | 'credentials' | 'port' | 'host'

/** HTTPS's own port and the usual second one; anything else is more likely a service inside than a receiver. */
const ports = new Set(['', '443', '8443'])

/** Names that mean this machine, the network it stands in, or nothing at all on the open Internet (RFC 2606, 6761, 6762, 8375). */
const inside =
  /(^|\.)(localhost|local|localdomain|internal|intranet|lan|home|corp|private|arpa|test|invalid|example|onion)$/

/**
 * Why a webhook's address is refused, or null where it may be called: HTTPS to a public name on a port for it. A bare
 * IP address is refused in every way of writing one (the parser turns decimal, octal and hexadecimal ones into dots),
 * so none can point at this machine, its network or a cloud's metadata. What a name resolves to is not known here:
 * that is for the network that the Worker runs in, which reaches public addresses only.
 */
export function addressFault(address: string): AddressFault | null {
  const url = parse(address)
  if (!url || /[\s\p{Cc}\\]/u.test(address)) return 'malformed'
  if (url.protocol !== 'https:') return 'scheme'
  if (url.username !== '' || url.password !== '' || /^[^/]*\/\/[^/?#]*@/.test(address)) return 'credentials'
  if (!ports.has(url.port)) return 'port'
  return publicName(url.hostname.replace(/\.$/, '')) ? null : 'host'
}

function publicName(host: string): boolean {
  const bare = host.startsWith('[') || /^[\d.]+$/.test(host)
  // An empty label would hide the one before it: `localhost..`
  const labels = host.split('.')
  return (
    !bare && labels.length > 1 && !inside.test(host) && labels.every((label) => /^[a-z0-9-]+$/.test(label))
  )
}

function parse(address: string): URL | undefined {
  try {
    return new URL(address)
  } catch {
    return undefined
  }
}
