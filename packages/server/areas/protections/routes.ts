import { openFacility } from '../facilities/index.ts'
import type { HandlerParts, HandlersOf } from '../handler-parts.ts'
import { protectionTableOf } from './table.ts'

export function protectionHandlers({ services }: HandlerParts): HandlersOf<'protectionTable'> {
  return {
    protectionTable: async ({ input, scope }) => protectionTableOf(await openFacility(services, scope, input.params.facility)),
  }
}
