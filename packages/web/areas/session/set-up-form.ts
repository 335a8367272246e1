import type { PlainKey } from '../../text/words.tsx'

/** The link carries its token behind `#`, so that it reaches no log of a server or proxy. */
export function tokenIn(hash: string): string | undefined {
  const token = new URLSearchParams(hash.replace(/^#/, '')).get('token')
  return token === null || token === '' ? undefined : token
}

export interface Typed {
  readonly name: string
  readonly login: string
  readonly password: string
}

/** What keeps the form from being sent, in the order of its fields. */
export function mistakesIn({ name, login, password }: Typed): readonly { field: keyof Typed; says: PlainKey }[] {
  return [
    ...(name.trim() === '' ? [{ field: 'name', says: 'setup.name.missing' } as const] : []),
    ...(/^[A-Za-z0-9._@-]{3,60}$/.test(login) ? [] : [{ field: 'login', says: 'setup.login.wrong' } as const]),
    ...(password.length >= 8 && password.length <= 200 ? [] : [{ field: 'password', says: 'setup.password.short' } as const]),
  ]
}
