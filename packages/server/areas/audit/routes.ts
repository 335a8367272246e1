import type { HandlerParts, HandlersOf } from '../handler-parts.ts'
import { checkTrail } from './check.ts'
import { exportTrail } from './export.ts'
import { auditPage } from './page.ts'

export function auditHandlers({ services }: HandlerParts): HandlersOf<'audit' | 'checkAudit' | 'exportAudit'> {
  return {
    audit: ({ input, scope }) => auditPage(services, scope, input.query),
    checkAudit: ({ scope }) => checkTrail(services, scope),
    exportAudit: ({ scope }) => exportTrail(services, scope),
  }
}
