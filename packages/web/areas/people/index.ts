export { type MadeFor, MadeInvitationCard } from './made-invitation.tsx'
export { asWay, useWayChoices, type Way } from './ways.ts'
