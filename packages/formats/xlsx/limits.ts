/** What a workbook may cost. All of it is checked while reading, since what a file says of itself may be false. */
export interface XlsxLimits {
  readonly maxFileBytes: number
  /** Of all parts together, unpacked. */
  readonly maxUnpackedBytes: number
  /** Unpacked to packed size of one part, once it has more than `ratioFromBytes`. */
  readonly maxRatio: number
  readonly ratioFromBytes: number
  readonly maxSheets: number
  readonly maxRows: number
  readonly maxCells: number
  /** Of work of the reader; the time that its caller takes does not count. */
  readonly maxSeconds: number
  readonly maxHeapMegabytes: number
}

export const xlsxLimits: XlsxLimits = {
  maxFileBytes: 30 * 1024 * 1024,
  maxUnpackedBytes: 300 * 1024 * 1024,
  maxRatio: 200,
  ratioFromBytes: 4 * 1024 * 1024,
  maxSheets: 200,
  maxRows: 200_000,
  maxCells: 2_000_000,
  maxSeconds: 20,
  maxHeapMegabytes: 384,
}
