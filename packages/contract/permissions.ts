/** What a person may do for an organisation, as in 「施設代表・とりまとめ担当・入力担当・閲覧のみ」. */
export type Role = 'owner' | 'manager' | 'editor' | 'reader' | 'responder' | 'auditor'

/** `public`: without signing in. `signed-in`: by anybody who has. */
export type Permission =
  | 'public'
  | 'signed-in'
  | 'facility:create'
  | 'facility:read'
  | 'facility:write'
  | 'facility:remove'
  | 'checklist:submit'
  | 'paper:make'
  | 'import:write'
  | 'edition:load'
  | 'year:change'
  | 'audit:read'
  | 'sign-in:reset'
  | 'sign-in:rules'

const everyone: readonly Role[] = ['owner', 'manager', 'editor', 'reader', 'responder', 'auditor']
const writers: readonly Role[] = ['owner', 'manager', 'editor']
const leaders: readonly Role[] = ['owner', 'manager']

/** Which roles hold a permission; the one place that says so. */
export const rolesWith: Readonly<Record<Exclude<Permission, 'public' | 'signed-in'>, readonly Role[]>> = {
  'facility:create': ['owner'],
  'facility:read': everyone,
  'facility:write': writers,
  'facility:remove': ['owner'],
  'checklist:submit': leaders,
  'paper:make': everyone,
  'import:write': writers,
  'edition:load': leaders,
  'year:change': leaders,
  'audit:read': ['owner', 'auditor'],
  'sign-in:reset': leaders,
  'sign-in:rules': ['owner'],
}

/** Whether somebody with this role (none = not signed in) may do what the permission names. */
export function isAllowed(permission: Permission, who: { signedIn: boolean; role: Role | undefined }): boolean {
  if (permission === 'public') return true
  if (permission === 'signed-in') return who.signedIn
  return who.signedIn && who.role !== undefined && rolesWith[permission].includes(who.role)
}
