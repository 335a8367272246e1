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

/**
 * By advisory where it stands in the buffer. NOTE: what it says counts only where the buffer has the advisory there too, so that
 * nothing need be cleared between lists.
 */
export type Places = Uint32Array

/** Appends an answer to the list that begins at `start`; of two of one advisory the one that says more stays. */
export function tellAnswer(
  buffer: AnswerBuffer,
  places: Places,
  { start, advisory, value }: { readonly start: number; readonly advisory: number; readonly value: number },
): void {
  const at = places[advisory] ?? 0
  if (at >= start && at < buffer.length && buffer.advisories[at] === advisory) {
    if (value > (buffer.values[at] ?? 0)) buffer.values[at] = value
    return
  }
  places[advisory] = buffer.length
  pushAnswer(buffer, advisory, value)
}

function larger<A extends Uint8Array | Uint32Array>(from: A, to: A): A {
  to.set(from)
  return to
}
