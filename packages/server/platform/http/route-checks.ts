import type { PermissionTable, RouteValue } from './route-types.ts'

function missing(
  routes: Readonly<Record<string, RouteValue>>,
  given: { handlers: Readonly<Record<string, unknown>>; permissions: PermissionTable },
): string[] {
  const known = new Set(['public', 'signed-in', ...Object.keys(given.permissions)])
  return Object.entries(routes).flatMap(([key, route]) => [
    ...(known.has(route.permission) ? [] : [`${route.id}: permission "${route.permission}" is not declared`]),
    ...(typeof given.handlers[key] === 'function' ? [] : [`${route.id}: has no handler`]),
    ...(route.path.startsWith('/api/') ? [] : [`${route.id}: ${route.path} does not begin with /api/`]),
  ])
}

function twice(routes: Readonly<Record<string, RouteValue>>): string[] {
  const seen = new Map<string, string>()
  return Object.values(routes).flatMap((route) => {
    const address = `${route.method} ${route.path.replace(/:\w+/g, ':')}`
    const other = seen.get(address)
    seen.set(address, route.id)
    return other === undefined ? [] : [`${route.id}: has the address of ${other}`]
  })
}

/** A route that nobody gave a permission must not start by accident. */
export function checkRoutes(
  routes: Readonly<Record<string, RouteValue>>,
  given: { handlers: Readonly<Record<string, unknown>>; permissions: PermissionTable },
): void {
  const problems = [...missing(routes, given), ...twice(routes)]
  if (problems.length > 0) throw new Error(`routes: ${problems.join('; ')}`)
}
