import type { Context } from 'hono'
import { deleteCookie, getCookie, setCookie } from 'hono/cookie'
import type { SessionCookie } from './route-types.ts'

/** NOTE: browsers take a `__Host-` cookie over HTTPS only; on plain loopback it would be dropped in silence. */
export function cookieName(isSecure: boolean): string {
  return isSecure ? '__Host-mimamori' : 'mimamori'
}

export function sessionCookie(context: Context, given: { isSecure: boolean; now: () => Date }): SessionCookie {
  return cookieNamed(context, cookieName(given.isSecure), given)
}

/** NOTE: a name of its own, so that coming in by a link neither ends nor widens the session of an account in the same browser. */
export function linkCookie(context: Context, given: { isSecure: boolean; now: () => Date }): SessionCookie {
  return cookieNamed(context, `${cookieName(given.isSecure)}-answer`, given)
}

function cookieNamed(context: Context, name: string, given: { isSecure: boolean; now: () => Date }): SessionCookie {
  const base = { path: '/', httpOnly: true, secure: given.isSecure, sameSite: 'Lax' } as const
  return {
    token: getCookie(context, name),
    set(signedIn, { isSharedPc }) {
      const maxAge = Math.max(0, Math.floor((signedIn.expiresAt.getTime() - given.now().getTime()) / 1_000))
      setCookie(context, name, signedIn.token, isSharedPc ? base : { ...base, maxAge })
    },
    clear() {
      deleteCookie(context, name, base)
    },
  }
}
