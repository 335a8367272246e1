import type { SignInOutcome } from '../../platform/auth/index.ts'
import type { SessionCookie } from '../../platform/http/index.ts'

/** Sets the cookie of the session, or that of the half-open door, and says what comes next. */
export function entered(cookie: SessionCookie, outcome: SignInOutcome) {
  if (outcome.kind === 'half') {
    cookie.half.set(outcome)
    return { next: 'factor' as const, ways: [...outcome.ways] }
  }
  cookie.set(outcome)
  cookie.half.clear()
  return { next: 'in' as const }
}
