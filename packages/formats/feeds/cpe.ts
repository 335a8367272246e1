/** A CPE name as a feed needs it: without its version, which is told of apart. */
export interface CpeRead {
  /** Bound as a formatted string of 2.3, lower case, any version. */
  readonly name: string
  readonly part: string
  /** As people write it; undefined for any version. */
  readonly version: string | undefined
  /** The product has no versions, the name says. */
  readonly isWithoutVersion: boolean
  /** The version holds a sign for any letters: no one version is meant. */
  readonly isPattern: boolean
}

const attributes = 11

/** Reads a name of CPE 2.3 (formatted string) or 2.2 (URI); undefined when it is none. */
export function readCpe(text: string): CpeRead | undefined {
  const name = text.trim().toLowerCase()
  if (name.length > 1000) return undefined
  const parts = name.startsWith('cpe:2.3:') ? formattedParts(name) : name.startsWith('cpe:/') ? uriParts(name) : undefined
  const [part, vendor, product, version = '*'] = parts ?? []
  if (!parts || parts.length !== attributes || !part || !vendor || !product || !/^[aoh*]$/.test(part) || product === '*') return undefined
  return {
    name: `cpe:2.3:${[...parts.slice(0, 3), '*', ...parts.slice(4)].join(':')}`,
    part,
    version: version === '*' || version === '-' ? undefined : version.replace(/\\(.)/g, '$1'),
    isWithoutVersion: version === '-',
    isPattern: /^[*?]|[*?]$/.test(version) && version !== '*' && !/\\[*?]$/.test(version),
  }
}

function formattedParts(name: string): readonly string[] | undefined {
  const parts = name.slice('cpe:2.3:'.length).match(/(?:\\.|[^\\:])+/g) ?? []
  return parts.join(':').length === name.length - 'cpe:2.3:'.length ? parts : undefined
}

/** In the URI an empty part means any; the last may hold five, packed with tildes. */
function uriParts(name: string): readonly string[] | undefined {
  const parts = name.slice('cpe:/'.length).split(':')
  if (parts.length > 7) return undefined
  const [edition = '', language = ''] = parts.slice(5)
  const [, packedEdition = '', software = '', target = '', hardware = '', other = ''] = edition.startsWith('~')
    ? edition.split('~')
    : ['', edition]
  const whole = [...Array.from({ length: 5 }, (_, at) => parts[at] ?? ''), packedEdition, language, software, target, hardware, other]
  return whole.map(formattedPart)
}

function formattedPart(part: string): string {
  if (part === '') return '*'
  if (part === '-') return '-'
  return part
    .replace(/%01/g, '?')
    .replace(/%02/g, '*')
    .replace(/%([2-7][0-9a-f])/g, (_, hex: string) => `\\${String.fromCharCode(Number.parseInt(hex, 16))}`)
    .replace(/\\?([!"#$%&'()+,/:;<=>@[\]^`{|}~])/g, '\\$1')
}
