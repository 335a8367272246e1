import type { Context } from 'hono'
import { deleteCookie, getCookie, setCookie } from 'hono/cookie'
import type { SessionCookie, ShortCookie } from './route-types.ts'

/** NOTE: browsers take a `__Host-` cookie over HTTPS only; on plain loopback it would be dropped in silence. */
export function cookieName(isSecure: boolean, kind?: 'device' | 'half' | 'outside' | 'answer'): string {
  const name = kind === undefined ? 'mimamori' : `mimamori-${kind}`
  return isSecure ? `__Host-${name}` : name
}

function baseOf(isSecure: boolean) {
  return { path: '/', httpOnly: true, secure: isSecure, sameSite: 'Lax' } as const
}

function secondsUntil(at: Date, now: Date): number {
  return Math.max(0, Math.floor((at.getTime() - now.getTime()) / 1_000))
}

/**
 * A cookie with a name of its own. `answer`: of somebody who comes in by a link to one sheet, so that it neither ends nor
 * widens the session of an account in the same browser.
 */
export function shortCookie(
  context: Context,
  kind: 'half' | 'outside' | 'answer',
  given: { isSecure: boolean; now: () => Date },
): ShortCookie {
  const name = cookieName(given.isSecure, kind)
  const base = baseOf(given.isSecure)
  return {
    token: getCookie(context, name),
    set: ({ token, expiresAt }) => setCookie(context, name, token, { ...base, maxAge: secondsUntil(expiresAt, given.now()) }),
    clear: () => {
      deleteCookie(context, name, base)
    },
  }
}

const deviceSeconds = 400 * 24 * 60 * 60

export function sessionCookie(context: Context, given: { isSecure: boolean; now: () => Date }): SessionCookie {
  const { isSecure } = given
  const name = cookieName(isSecure)
  const base = baseOf(isSecure)
  return {
    token: getCookie(context, name),
    device: getCookie(context, cookieName(isSecure, 'device')),
    half: shortCookie(context, 'half', given),
    outside: shortCookie(context, 'outside', given),
    set({ token, expiresAt, isSharedPc, device }) {
      setCookie(context, name, token, isSharedPc ? base : { ...base, maxAge: secondsUntil(expiresAt, given.now()) })
      if (device !== undefined) setCookie(context, cookieName(isSecure, 'device'), device, { ...base, maxAge: deviceSeconds })
    },
    clear() {
      deleteCookie(context, name, base)
    },
  }
}
