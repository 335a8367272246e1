export { type App, type AppParts, createApp } from './app.ts'
export { answerError } from './error-response.ts'
export { lasting } from './lasting.ts'
export { type ListenConfig, type Listening, startListening } from './listen.ts'
export { type Metrics, type MetricsServer, makeMetrics } from './metrics.ts'
export { HttpProblem, notSignedIn, notThere } from './problems.ts'
export type {
  FileReply,
  Handler,
  HandlerContext,
  Handlers,
  PermissionTable,
  RequestFacts,
  RequestScope,
  RouteValue,
  SessionCookie,
  Upload,
} from './route-types.ts'
export { cookieName } from './session-cookie.ts'
