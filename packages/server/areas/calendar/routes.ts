import { done, type HandlerParts, type HandlersOf, langOf } from '../handler-parts.ts'
import { calendarByAddress, calendarFeedOf, calendarFile, endCalendarFeed, makeCalendarFeed } from './feed.ts'

export function calendarHandlers(
  parts: HandlerParts,
): HandlersOf<'calendarFeed' | 'makeCalendarFeed' | 'endCalendarFeed' | 'calendarFile' | 'calendar'> {
  return {
    calendarFeed: ({ input, scope }) => calendarFeedOf(parts, scope, input.params.facility),
    makeCalendarFeed: ({ input, scope }) => makeCalendarFeed(parts, scope, { facility: input.params.facility, shows: input.body.shows }),
    endCalendarFeed: async ({ input, scope }) => {
      await endCalendarFeed(parts, scope, input.params.facility)
      return done
    },
    calendarFile: ({ input, scope, session }) => calendarFile(parts, scope, { facility: input.params.facility, lang: langOf(session) }),
    calendar: ({ input, request }) => calendarByAddress(parts, { address: input.params.address, from: request.from }),
  }
}
