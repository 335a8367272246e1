/** Whom people belong to. `authority`: health centre, prefecture, ministry; `soc`: the security team of a region. */
export type OrganisationKind = 'facility' | 'vendor' | 'association' | 'soc' | 'insurer' | 'authority'

/** What a person may do for an organisation, as in 「施設代表・とりまとめ担当・入力担当・閲覧のみ」. */
export type Role = 'owner' | 'manager' | 'editor' | 'reader' | 'responder' | 'auditor'

/** `public`: without signing in. `signed-in`: by anybody who has. */
export type Permission =
  | 'public'
  | 'signed-in'
  | 'facility:create'
  | 'facility:read'
  | 'facility:write'
  | 'facility:undo-all'
  | 'facility:remove'
  | 'checklist:submit'
  | 'paper:make'
  | 'import:write'
  | 'edition:load'
  | 'year:change'
  | 'audit:read'
  | 'relation:read'
  | 'relation:write'
  | 'client:read'
  | 'client:write'
  | 'sheet:read'
  | 'sheet:answer'
  | 'sheet:submit'
  | 'task:read'
  | 'task:work'
  | 'member:read'
  | 'member:write'
  | 'sign-in:reset'
  | 'sign-in:rules'
  | 'mail:send'
  | 'approval:decide'
  | 'notice:consent'

const everyone: readonly Role[] = ['owner', 'manager', 'editor', 'reader', 'responder', 'auditor']
const writers: readonly Role[] = ['owner', 'manager', 'editor']
const leaders: readonly Role[] = ['owner', 'manager']

const facilities: readonly OrganisationKind[] = ['facility']
const viewers: readonly OrganisationKind[] = ['vendor', 'association', 'soc', 'insurer', 'authority']
const vendors: readonly OrganisationKind[] = ['vendor']
const all: readonly OrganisationKind[] = [...facilities, ...viewers]

/** Who holds a permission: people of these roles in organisations of these kinds. */
export interface Holders {
  readonly kinds: readonly OrganisationKind[]
  readonly roles: readonly Role[]
}

/** The one place that says who may do what. */
export const holdersOf: Readonly<Record<Exclude<Permission, 'public' | 'signed-in'>, Holders>> = {
  'facility:create': { kinds: facilities, roles: ['owner'] },
  'facility:read': { kinds: facilities, roles: everyone },
  'facility:write': { kinds: facilities, roles: writers },
  /** Undo what others have changed; one's own is part of `facility:write`. */
  'facility:undo-all': { kinds: facilities, roles: leaders },
  'facility:remove': { kinds: facilities, roles: ['owner'] },
  'checklist:submit': { kinds: facilities, roles: leaders },
  'paper:make': { kinds: facilities, roles: everyone },
  'import:write': { kinds: facilities, roles: writers },
  'edition:load': { kinds: facilities, roles: leaders },
  'year:change': { kinds: facilities, roles: leaders },
  'audit:read': { kinds: all, roles: ['owner', 'auditor'] },
  'relation:read': { kinds: facilities, roles: everyone },
  'relation:write': { kinds: facilities, roles: leaders },
  'client:read': { kinds: viewers, roles: everyone },
  'client:write': { kinds: viewers, roles: leaders },
  'sheet:read': { kinds: vendors, roles: everyone },
  'sheet:answer': { kinds: vendors, roles: writers },
  'sheet:submit': { kinds: vendors, roles: leaders },
  'task:read': { kinds: vendors, roles: everyone },
  'task:work': { kinds: vendors, roles: writers },
  'member:read': { kinds: all, roles: everyone },
  'member:write': { kinds: all, roles: leaders },
  'sign-in:reset': { kinds: all, roles: leaders },
  'sign-in:rules': { kinds: all, roles: ['owner'] },
  'mail:send': { kinds: facilities, roles: writers },
  'approval:decide': { kinds: facilities, roles: leaders },
  'notice:consent': { kinds: facilities, roles: leaders },
}

/** Somebody as the permissions see them; nobody where not signed in. */
export interface Asker {
  readonly kind: OrganisationKind
  readonly role: Role
}

/** Whether somebody may do what the permission names. */
export function isAllowed(permission: Permission, who: Asker | undefined): boolean {
  if (permission === 'public') return true
  if (permission === 'signed-in') return who !== undefined
  const holders = holdersOf[permission]
  return who !== undefined && holders.kinds.includes(who.kind) && holders.roles.includes(who.role)
}
