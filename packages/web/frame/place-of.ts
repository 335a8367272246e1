/** What is looked at: the screen below the facility, and the sheet where a screen shows one of several. */
export function placeOf({ pathname, search }: { pathname: string; search: object }): string {
  const screen = pathname.replace(/^\/f\/[^/]+/, '').replace(/\/$/, '')
  const sheet: unknown = Reflect.get(search, 'sheet')
  return `${screen}${typeof sheet === 'string' ? `?sheet=${sheet}` : ''}`.slice(0, 200)
}
