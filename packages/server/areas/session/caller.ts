import type { Caller } from '../../platform/auth/index.ts'
import type { HandlerContext, RouteValue } from '../../platform/http/index.ts'

type Came = Pick<HandlerContext<RouteValue>, 'request' | 'cookie'>

/** The browser at the other end, as far as sign-in looks at it. */
export function callerOf({ request, cookie }: Came, sharedPc?: boolean): Caller {
  return { from: request.from, agent: request.agent, device: cookie.device, sharedPc }
}
