import { isAllowed, type OrganisationKind, type Role } from '@mimamori/contract'
import type { RequestScope } from '../../platform/index.ts'
import type { HandlerParts, HandlersOf } from '../handler-parts.ts'
import { listImports } from './imports.ts'
import { listLastChanges } from './list.ts'
import { undoRevision } from './undo.ts'

export function historyHandlers({ services }: HandlerParts): HandlersOf<'lastChanges' | 'imports' | 'undo'> {
  return {
    lastChanges: ({ input, scope }) => listLastChanges(services, scope, input.params.facility, { mayAll: mayUndoAll(scope) }),
    imports: ({ input, scope }) => listImports(services, scope, input.params.facility, { mayAll: mayUndoAll(scope) }),
    undo: ({ input, scope }) =>
      undoRevision(services, scope, input.params.facility, { revision: input.body.revision, mayAll: mayUndoAll(scope) }),
  }
}

function mayUndoAll({ kind, roles }: RequestScope): boolean {
  return roles.some((role) => isAllowed('facility:undo-all', { kind: kind as OrganisationKind, role: role as Role })) // the database checks the words
}
