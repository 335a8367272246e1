export function dateOf(text: string): Date {
  return new Date(text)
}
export const order = 'a' < 'b'
