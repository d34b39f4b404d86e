const loopbackNames = new Set(['127.0.0.1', 'localhost', '[::1]'])
/** Whether who listens on this host is heard on this machine alone. */
export const isLoopback = (host: string): boolean => host === '::1' || loopbackNames.has(host)

/** What decides whether a request may come in at all, before anybody asks whose it is. */
export interface Approach {
  host: string | undefined
  origin: string | undefined
  /** The browser's own word on where a request comes from. */
  fetchSite?: string | undefined
}

/**
 * Why a request is not let in; null when it is. A page of another site can reach a loopback address, and by rebinding its own name even
 * look like the same origin: so the name it asks for must be one of this machine's or of `publicOrigins`, and its origin that same name; of a
 * public name it must be the very origin that is listed.
 */
export function refusalOf(
  { host, origin, fetchSite }: Approach,
  publicOrigins: readonly string[],
): 'unknown-host' | 'foreign-origin' | null {
  const named = host === undefined ? null : readHost(`http://${host}`)
  if (named === null) return 'unknown-host'
  const listed = originsOf(host, publicOrigins)
  if (listed.length === 0 && !loopbackNames.has(named.name)) return 'unknown-host'
  if (origin !== undefined) {
    const isOwn = listed.length > 0 ? listed.includes(origin) : readHost(origin)?.host === named.host
    if (!isOwn) return 'foreign-origin'
  }
  const isForeign = origin === undefined && fetchSite !== undefined && !['same-origin', 'none'].includes(fetchSite)
  return isForeign ? 'foreign-origin' : null
}

/** Whether the browser reached this name over TLS: then its cookies go nowhere else. */
export const isSecure = (host: string | undefined, publicOrigins: readonly string[]): boolean =>
  originsOf(host, publicOrigins).some((origin) => origin.startsWith('https:'))

/** The public origins of a Host header; its port is left out where it is the scheme's own. */
const originsOf = (host: string | undefined, publicOrigins: readonly string[]): string[] =>
  publicOrigins.filter((origin) => readHost(`${new URL(origin).protocol}//${host}`)?.host === new URL(origin).host)

export const admissionWords = {
  'unknown-host':
    'Hotseat answers to 127.0.0.1, localhost, [::1] and the names in HOTSEAT_ORIGIN only. Open it by the address it printed.',
  'foreign-origin': 'This request comes from another site and was refused.',
} as const

function readHost(address: string): { name: string; host: string } | null {
  if (!URL.canParse(address)) return null
  const { protocol, hostname, host } = new URL(address)
  return ['http:', 'https:'].includes(protocol) ? { name: hostname, host } : null
}
