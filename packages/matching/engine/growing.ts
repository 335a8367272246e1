type Numbers = Uint8Array | Uint16Array | Uint32Array | Int32Array

/** Numbers of one size that are appended one by one. */
export interface Growing<A extends Numbers> {
  readonly length: number
  push(value: number): void
  /** What was appended, without room to spare. */
  done(): A
}

export function growing<A extends Numbers>(firstRoom: number, make: (length: number) => A): Growing<A> {
  let numbers = make(firstRoom)
  let length = 0
  return {
    get length() {
      return length
    },
    push(value) {
      if (length === numbers.length) {
        const larger = make(length * 2)
        larger.set(numbers)
        numbers = larger
      }
      numbers[length++] = value
    },
    done() {
      const exact = make(length)
      exact.set(numbers.subarray(0, length))
      return exact
    },
  }
}
