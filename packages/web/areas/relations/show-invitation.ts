import type { MadeInvitation } from '@mimamori/contract'
import type { MadeFor } from '../people/index.ts'

/** Puts an invitation that was made in the place of the page, once. */
export type ShowInvitation = (invitation: MadeInvitation, of: MadeFor) => void
