/** `1234567` as `1,234,567`. */
export function groupedYen(yen: number): string {
  return String(yen).replaceAll(/\B(?=(\d{3})+$)/g, ',')
}
