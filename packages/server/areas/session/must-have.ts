import type { Session } from '../../platform/auth/index.ts'
import { notSignedIn } from '../../platform/http/index.ts'

/** Of a route that only somebody signed in reaches. */
export function mustHave(session: Session | undefined): Session {
  if (!session) throw notSignedIn()
  return session
}
