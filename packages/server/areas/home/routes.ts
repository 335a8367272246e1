import { done, type HandlerParts, type HandlersOf } from '../handler-parts.ts'
import { dayEndOf } from './day-end.ts'
import { homeOf, putOff } from './home.ts'

export function homeHandlers({ services }: HandlerParts): HandlersOf<'home' | 'dayEnd' | 'notToday'> {
  return {
    home: ({ input, scope }) => homeOf(services, scope, input.params.facility),
    dayEnd: ({ input, scope }) => dayEndOf(services, scope, input.params.facility),
    notToday: async ({ input, scope }) => {
      await putOff(services, scope, input.params.facility, input.body.task)
      return done
    },
  }
}
