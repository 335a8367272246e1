import type { HandlerParts, HandlersOf } from '../handler-parts.ts'
import { hearBeat } from './beat.ts'

export function presenceHandlers({ services }: HandlerParts): HandlersOf<'beat'> {
  return { beat: ({ input, scope }) => hearBeat(services, scope, input.params.facility, input.body) }
}
