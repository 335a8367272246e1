const millisecondsOfDay = 86_400_000

/**
 * The day of a serial number of Excel as YYYY-MM-DD; undefined for a time without a day and for numbers out of range.
 * NOTE: Excel counts a 29 February 1900 that never was, so that day has no date and earlier ones are one off.
 */
export function dayOfSerial(serial: number, date1904: boolean): string | undefined {
  const day = Math.floor(serial)
  if (!Number.isFinite(serial) || day < 1 || day > 2_958_465 || (!date1904 && day === 60)) return undefined
  const start = date1904 ? Date.UTC(1904, 0, 1) : Date.UTC(1899, 11, day > 60 ? 30 : 31)
  return new Date(start + day * millisecondsOfDay).toISOString().slice(0, 10)
}
