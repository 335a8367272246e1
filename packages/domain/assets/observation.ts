import type { AssetKind, Claim, ObservationSource, SeenLink } from './types.ts'

/** A program seen on a device. */
export interface SeenSoftware {
  readonly name: string
  readonly version?: string
  readonly cpe?: string
}

/** A port that answered. */
export interface SeenService {
  readonly port: number
  readonly protocol: 'tcp' | 'udp' | 'sctp'
  readonly name?: string
  readonly product?: string
  readonly version?: string
}

/** What one source says of one device at one time: a claim, kept as it came. Nothing in it is a secret or names a patient. */
export interface Observation {
  readonly source: ObservationSource
  readonly file: string
  /** Line, row or number of the element in the file, from 1. */
  readonly row: number
  /** When the source saw it: an instant in UTC, or a day; absent where the source does not say. */
  readonly seenAt?: string
  /** Serial, chassis id, asset number of the maker. */
  readonly serials?: readonly string[]
  /** SID or GUID of the directory. */
  readonly directoryIds?: readonly string[]
  readonly uuids?: readonly string[]
  /** 管理番号: the number that the facility has stuck on the device. */
  readonly tags?: readonly string[]
  /** Lower case, with colons. */
  readonly macs?: readonly string[]
  readonly ips?: readonly string[]
  /** Host names as given. */
  readonly names?: readonly string[]
  readonly kind?: AssetKind
  readonly maker?: string
  readonly model?: string
  readonly os?: string
  readonly firmware?: string
  readonly software?: readonly SeenSoftware[]
  readonly services?: readonly SeenService[]
  readonly link?: SeenLink
  readonly room?: string
  readonly note?: string
}

/** A claim as the observation that it was. */
export function observationOf(claim: Claim): Observation {
  const { by, row = 1, ports, programs, id: _, asset: __, rule: ___, candidates: ____, source: _____, ...told } = claim
  const services = (ports ?? []).flatMap((port) => {
    const [number, protocol] = port.split('/')
    return protocol === 'tcp' || protocol === 'udp' || protocol === 'sctp' ? [{ port: Number(number), protocol } as const] : []
  })
  const software = programs?.map(programOf)
  return { ...told, source: by, row, ...(services.length > 0 && { services }), ...(software && { software }) }
}

/** A program as one word of a claim. */
export function programText({ name, version }: SeenSoftware): string {
  if (version === undefined && !name.includes('@')) return name
  return `${name}@${(version ?? '').replaceAll('@', ' ')}`
}

function programOf(text: string): SeenSoftware {
  const at = text.lastIndexOf('@')
  const version = text.slice(at + 1)
  return at < 0 ? { name: text } : { name: text.slice(0, at), ...(version !== '' && { version }) }
}
