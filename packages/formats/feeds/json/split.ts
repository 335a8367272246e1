/** A piece that was cut out: the bytes of a record, or why it is none. */
export type Cut =
  | { readonly kind: 'record' | 'broken'; readonly bytes: Uint8Array }
  | { readonly kind: 'too-large' | 'too-deep' | 'no-object' }

export interface SplitOptions {
  /** Name of the list in the outer object whose elements are the records; without it, each outermost object or element of the outermost list. */
  readonly list?: string
  readonly maxRecordBytes: number
  readonly maxDepth: number
}

export interface Splitter {
  readonly feed: (piece: Uint8Array) => readonly Cut[]
  /** Whether everything that was opened was closed. */
  readonly isWhole: () => boolean
  /** What stands around the records of a named list, with the list empty. */
  readonly outside: () => Uint8Array
}

const [quote, backslash, comma, open, close] = [1, 2, 3, 4, 5]
const kinds = new Uint8Array(256)
for (const [signs, kind] of [
  ['"', quote],
  ['\\', backslash],
  [',', comma],
  ['{[', open],
  ['}]', close],
] as const)
  for (const sign of signs) kinds[sign.charCodeAt(0)] = kind

const curly = '{'.charCodeAt(0)
const square = '['.charCodeAt(0)
const mostOutside = 1024 * 1024
const mostName = 64

interface State {
  depth: number
  /** Depth inside the list of records; -1 before it was found or after it ended. */
  listDepth: number
  inString: boolean
  skipNext: boolean
  isFirst: boolean
  /** The last string of the outer object: it may be the name of the list. */
  name: number[]
  /** Pieces of the record that is being read; undefined outside of one. */
  record: Uint8Array[] | undefined
  size: number
  fault: 'too-large' | 'too-deep' | undefined
  /** Elements of the list by its commas, and what was cut out of it: an element that is no object is noticed by the difference. */
  commas: number
  cuts: number
  readonly outside: Uint8Array[]
  outsideSize: number
}

/** Cuts the records out of JSON of any size by counting brackets outside of strings; needs the memory of its largest record. */
export function newSplitter(options: SplitOptions): Splitter {
  const state: State = {
    depth: 0,
    listDepth: options.list === undefined ? 0 : -1,
    inString: false,
    skipNext: false,
    isFirst: true,
    name: [],
    record: undefined,
    size: 0,
    fault: undefined,
    commas: 0,
    cuts: 0,
    outside: [],
    outsideSize: 0,
  }
  return {
    feed: (piece) => feed(state, piece, options),
    isWhole: () => state.depth === 0 && !state.inString,
    outside: () => Buffer.concat(state.outside),
  }
}

function feed(state: State, piece: Uint8Array, options: SplitOptions): readonly Cut[] {
  const cuts: Cut[] = []
  let from = 0
  for (let at = 0; at < piece.length; at++) {
    if (state.skipNext) {
      state.skipNext = false
      continue
    }
    const kind = kinds[piece[at] ?? 0]
    if (state.inString) {
      if (kind === quote) state.inString = false
      else if (kind === backslash) state.skipNext = true
      else if (state.depth === 1 && state.listDepth < 0 && state.name.length < mostName) state.name.push(piece[at] ?? 0)
    } else if (kind === 0) {
      continue
    } else if (kind === quote) {
      state.inString = true
      state.name.length = 0
    } else if (kind === comma) {
      if (state.depth === state.listDepth) state.commas++
    } else if (kind === open) {
      from = opened(state, piece, { at, from, options })
    } else if (kind === close) {
      from = closed(state, piece, { at, from, options, cuts })
    }
  }
  keep(state, piece.subarray(from), options)
  return cuts
}

interface At {
  readonly at: number
  /** Where what has not been kept yet begins. */
  readonly from: number
  readonly options: SplitOptions
}

function opened(state: State, piece: Uint8Array, { at, from, options }: At): number {
  const sign = piece[at]
  const isElement = state.depth === state.listDepth && state.record === undefined
  const isOuterList = isElement && sign === square && state.depth === 0 && state.isFirst && options.list === undefined
  state.isFirst = false
  state.depth++
  if (state.record) {
    if (state.depth - state.listDepth > options.maxDepth) state.fault ??= 'too-deep'
    return from
  }
  if (isOuterList) {
    state.listDepth = 1
    return from
  }
  if (isElement && sign === curly) {
    keep(state, piece.subarray(from, at), options)
    state.record = []
    state.size = 0
    state.fault = undefined
    return at
  }
  const isList = state.listDepth < 0 && state.depth === 2 && sign === square && Buffer.from(state.name).toString() === options.list
  if (!isList) return from
  keep(state, piece.subarray(from, at + 1), options)
  state.listDepth = 2
  state.commas = 0
  state.cuts = 0
  return at + 1
}

function closed(state: State, piece: Uint8Array, { at, from, options, cuts }: At & { readonly cuts: Cut[] }): number {
  state.depth--
  if (state.record && state.depth === state.listDepth) {
    keep(state, piece.subarray(from, at + 1), options)
    cuts.push(state.fault ? { kind: state.fault } : { kind: 'record', bytes: Buffer.concat(state.record) })
    state.record = undefined
    state.cuts++
    return at + 1
  }
  if (state.depth >= state.listDepth || state.record) return from
  if (state.commas > 0 && state.commas + 1 > state.cuts) cuts.push({ kind: 'no-object' })
  keep(state, piece.subarray(from, at), options)
  state.listDepth = -1
  return at
}

/** Keeps bytes of the record, or of what stands around the list; in between, and beyond the limits, they are let go. */
function keep(state: State, bytes: Uint8Array, { list, maxRecordBytes }: SplitOptions): void {
  if (bytes.length === 0) return
  if (state.record) {
    state.size += bytes.length
    if (state.size > maxRecordBytes) state.fault ??= 'too-large'
    if (state.fault) state.record.length = 0
    else state.record.push(bytes)
  } else if (list !== undefined && state.listDepth < 0 && state.outsideSize < mostOutside) {
    state.outsideSize += bytes.length
    state.outside.push(bytes)
  }
}
