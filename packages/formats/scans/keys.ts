import { isIP } from 'node:net'

/** A MAC address in lower case with colons, from any spelling of twelve hexadecimal digits; undefined for another text and for no address. */
export function macOf(text: string | undefined): string | undefined {
  if (text === undefined) return undefined
  const plain = text.normalize('NFKC').trim().toLowerCase()
  if (
    !/^(?:[0-9a-f]{2}([-: ]?)(?:[0-9a-f]{2}\1){4}[0-9a-f]{2}|[0-9a-f]{4}[.\-:][0-9a-f]{4}[.\-:][0-9a-f]{4}|[0-9a-f]{6}-[0-9a-f]{6})$/.test(
      plain,
    )
  )
    return undefined
  const digits = plain.replace(/[^0-9a-f]/g, '')
  if (/^(0+|f+)$/.test(digits)) return undefined
  return digits.match(/../g)?.join(':')
}

/** True for an address of a group of devices, not of one. */
export function isGroupMac(mac: string): boolean {
  return (Number.parseInt(mac.slice(0, 2), 16) & 1) === 1
}

/** An IP address of a device, without zone and prefix length; undefined for another text and for no address. */
export function ipOf(text: string | undefined): string | undefined {
  const plain =
    text
      ?.normalize('NFKC')
      .trim()
      .replace(/(?:%\w+)?(?:\/\d{1,3})?$/, '') ?? ''
  const version = isIP(plain)
  if (version === 0 || plain === '0.0.0.0' || plain === '::' || plain === '255.255.255.255' || plain.startsWith('127.')) return undefined
  return version === 4 ? plain : plain.toLowerCase()
}

/** Every address in a text, each once. */
export function ipsIn(text: string): readonly string[] {
  const found =
    text
      .normalize('NFKC')
      .match(/(?<![\d.])\d{1,3}(?:\.\d{1,3}){3}(?![\d.]*\d)|(?<![\w:.])(?:[0-9a-f]{0,4}:){2,7}[0-9a-f]{0,4}(?![\w:])/gi) ?? []
  return unique(found.map(ipOf))
}

export function macsIn(text: string): readonly string[] {
  const found =
    text
      .normalize('NFKC')
      .match(
        /(?<![\w:.-])(?:[0-9a-f]{2}([-:])(?:[0-9a-f]{2}\1){4}[0-9a-f]{2}|[0-9a-f]{4}[.][0-9a-f]{4}[.][0-9a-f]{4}|[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}|[0-9a-f]{12})(?![\w:.-]*[\w:])/gi,
      ) ?? []
  return unique(found.map(macOf))
}

export function unique(texts: readonly (string | undefined)[]): readonly string[] {
  return [...new Set(texts.flatMap((text) => (text ? [text] : [])))]
}

/** The list of one text, or undefined for none. */
export function oneOf(text: string | undefined): readonly string[] | undefined {
  return text === undefined || text === '' ? undefined : [text]
}

/** A SID or GUID as written, without braces and in one case; undefined for another text. */
export function directoryId(text: string | undefined): string | undefined {
  const plain = text?.trim().replace(/^\{|\}$/g, '') ?? ''
  if (/^S-1-\d+(-\d+)+$/i.test(plain)) return plain.toUpperCase()
  return /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(plain) ? plain.toLowerCase() : undefined
}
