import type { Context } from 'hono'
import { deleteCookie, getCookie, setCookie } from 'hono/cookie'
import type { SessionCookie, ShortCookie } from './route-types.ts'

/** NOTE: browsers take a `__Host-` cookie over HTTPS only; on plain loopback it would be dropped in silence. */
export function cookieName(isSecure: boolean, kind?: 'device' | 'half' | 'outside'): string {
  const name = kind === undefined ? 'mimamori' : `mimamori-${kind}`
  return isSecure ? `__Host-${name}` : name
}

const deviceSeconds = 400 * 24 * 60 * 60

export function sessionCookie(context: Context, given: { isSecure: boolean; now: () => Date }): SessionCookie {
  const { isSecure } = given
  const name = cookieName(isSecure)
  const base = { path: '/', httpOnly: true, secure: isSecure, sameSite: 'Lax' } as const
  const secondsUntil = (at: Date) => Math.max(0, Math.floor((at.getTime() - given.now().getTime()) / 1_000))
  const short = (kind: 'half' | 'outside'): ShortCookie => ({
    token: getCookie(context, cookieName(isSecure, kind)),
    set: ({ token, expiresAt }) => setCookie(context, cookieName(isSecure, kind), token, { ...base, maxAge: secondsUntil(expiresAt) }),
    clear: () => {
      deleteCookie(context, cookieName(isSecure, kind), base)
    },
  })
  return {
    token: getCookie(context, name),
    device: getCookie(context, cookieName(isSecure, 'device')),
    half: short('half'),
    outside: short('outside'),
    set({ token, expiresAt, isSharedPc, device }) {
      setCookie(context, name, token, isSharedPc ? base : { ...base, maxAge: secondsUntil(expiresAt) })
      if (device !== undefined) setCookie(context, cookieName(isSecure, 'device'), device, { ...base, maxAge: deviceSeconds })
    },
    clear() {
      deleteCookie(context, name, base)
    },
  }
}
