/** One part of a mail: its headers by lower-case name, and its body as it stands or in parts. */
export interface Part {
  readonly headers: ReadonlyMap<string, string>
  readonly body: string
  readonly parts: readonly Part[]
}

const deepest = 5
const partsAtMost = 50

/** Takes a mail apart as far as a report of delivery needs it: bytes as Latin-1, nothing is run, opened or fetched. */
export function readMail(text: string, depth = 0): Part {
  const plain = text.replace(/\r\n?/g, '\n')
  const end = plain.indexOf('\n\n')
  const headers = readHeaders(end < 0 ? plain : plain.slice(0, end))
  const body = end < 0 ? '' : plain.slice(end + 2)
  const boundary = depth < deepest ? parameter(headers.get('content-type') ?? '', 'boundary') : undefined
  const parts = boundary === undefined ? [] : splitParts(body, boundary).map((part) => readMail(part, depth + 1))
  return { headers, body: decoded(body, headers.get('content-transfer-encoding')), parts }
}

/** Folded lines are joined; of a name that comes twice the first counts. */
export function readHeaders(text: string): ReadonlyMap<string, string> {
  const headers = new Map<string, string>()
  for (const line of text.replace(/\n[ \t]+/g, ' ').split('\n')) {
    const colon = line.indexOf(':')
    const name = line.slice(0, Math.max(colon, 0)).toLowerCase()
    if (/^[a-z0-9-]+$/.test(name) && !headers.has(name)) headers.set(name, line.slice(colon + 1).trim())
  }
  return headers
}

export function typeOf(part: Part): string {
  return (part.headers.get('content-type') ?? 'text/plain').split(';')[0]?.trim().toLowerCase() ?? ''
}

export function parameter(value: string, name: string): string | undefined {
  const found = new RegExp(`;\\s*${name}="?([^";]+)"?`, 'i').exec(value)
  return found?.[1]?.trim()
}

function splitParts(body: string, boundary: string): readonly string[] {
  const pieces = `\n${body}`.split(`\n--${boundary}`)
  return pieces
    .slice(1, partsAtMost)
    .filter((piece) => !piece.startsWith('--'))
    .map((piece) => piece.replace(/^[ \t]*\n/, ''))
}

function decoded(body: string, encoding: string | undefined): string {
  if (encoding?.toLowerCase() === 'base64') return Buffer.from(body, 'base64').toString('latin1')
  if (encoding?.toLowerCase() !== 'quoted-printable') return body
  return body.replace(/=\n/g, '').replace(/=([0-9A-F]{2})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
}
