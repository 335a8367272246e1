/** Advisories that hold (2) or may hold (1), list after list: that of `n` stands from `starts[n]` to `starts[n + 1]`. */
export interface AnswerLists {
  readonly starts: Uint32Array
  readonly advisories: Uint32Array
  readonly values: Uint8Array
}

/** Answers while they are collected, with room for more. */
export interface AnswerBuffer {
  advisories: Uint32Array
  values: Uint8Array
  length: number
}

export function answerBuffer(room: number): AnswerBuffer {
  return { advisories: new Uint32Array(room), values: new Uint8Array(room), length: 0 }
}

export function pushAnswer(buffer: AnswerBuffer, advisory: number, value: number): void {
  const { length } = buffer
  if (length === buffer.values.length) {
    buffer.advisories = larger(buffer.advisories, new Uint32Array(length * 2))
    buffer.values = larger(buffer.values, new Uint8Array(length * 2))
  }
  buffer.advisories[length] = advisory
  buffer.values[length] = value
  buffer.length = length + 1
}

export function listsOf({ advisories, values, length }: AnswerBuffer, starts: Uint32Array): AnswerLists {
  return { starts, advisories: advisories.slice(0, length), values: values.slice(0, length) }
}

/** Where each name stood last: numbers of which few are in use at a time need no clearing. */
export interface Places {
  readonly stamps: Uint32Array
  readonly places: Uint32Array
}

export function placesFor(count: number): Places {
  return { stamps: new Uint32Array(count), places: new Uint32Array(count) }
}

/** Appends an answer of the list with this stamp; of two of one advisory the one that says more stays. */
export function tellAnswer(
  buffer: AnswerBuffer,
  { stamps, places }: Places,
  { stamp, advisory, value }: { readonly stamp: number; readonly advisory: number; readonly value: number },
): void {
  if (stamps[advisory] === stamp) {
    const at = places[advisory] ?? 0
    if (value > (buffer.values[at] ?? 0)) buffer.values[at] = value
    return
  }
  stamps[advisory] = stamp
  places[advisory] = buffer.length
  pushAnswer(buffer, advisory, value)
}

function larger<A extends Uint8Array | Uint32Array>(from: A, to: A): A {
  to.set(from)
  return to
}
