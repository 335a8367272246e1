import { bindFormatted, type CpeName, productOfCpe, readCpe as readName, textOf } from '@mimamori/matching'

/** A CPE name as a feed needs it: without its version, which is told of apart. Its update stays. */
export interface CpeRead {
  /** Bound as a formatted string of 2.3, any version. */
  readonly name: string
  /** As people write it; undefined where no one version is named. */
  readonly version: string | undefined
  /** The product has no versions, the name says. */
  readonly isWithoutVersion: boolean
  /** The version holds a sign for other letters: no one version is meant. */
  readonly isPattern: boolean
}

/** Nothing quoted and no wildcard inside a value, which is most of what feeds hold: version apart, it is bound as it stands. */
const plainName =
  /^(cpe:2\.3:[aoh]:[a-z\d_][a-z\d_.-]*:[a-z\d_][a-z\d_.-]*:)(\*|-|[a-z\d_][a-z\d_.-]*)((?::(?:\*|-|[a-z\d_][a-z\d_.-]*)){7})$/

/** Reads a name of CPE 2.3 or 2.2 that means one product; undefined when it is none. NOTE: a file of NVD takes a quarter of the time so. */
export function readCpe(text: string): CpeRead | undefined {
  const [, before, version, after] = text.length > 500 ? [] : (plainName.exec(text) ?? [])
  if (before === undefined || version === undefined || after === undefined) return readAnyCpe(text)
  const isOpen = version === '*' || version === '-'
  return { name: `${before}*${after}`, version: isOpen ? undefined : version, isWithoutVersion: version === '-', isPattern: false }
}

/** The same of any name. */
export function readAnyCpe(text: string): CpeRead | undefined {
  const read = readName(text)
  return read.kind === 'name' && productOfCpe(read.name) !== undefined ? withVersionApart(read.name) : undefined
}

function withVersionApart(name: CpeName): CpeRead {
  const version = textOf(name.version)
  return {
    name: bindFormatted({ ...name, version: { kind: 'any' } }),
    version,
    isWithoutVersion: name.version.kind === 'na',
    isPattern: name.version.kind === 'value' && version === undefined,
  }
}
