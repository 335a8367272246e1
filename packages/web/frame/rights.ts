import { isAllowed, type Permission, type SessionView } from '@mimamori/contract'
import { useQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { sessionQuery } from '../data/queries.ts'

/** Stands in until the session is read. */
const openedOn = new Date().toISOString().slice(0, 10)

export type FacilityLine = SessionView['facilities'][number]

/** The session, as far as it has been read. */
export function useSession(): SessionView | undefined {
  return useQuery(sessionQuery).data
}

/** The id of the facility that the address names. */
export function useFacilityId(): string {
  const { facility } = useParams({ strict: false })
  if (facility === undefined) throw new Error('this screen needs a facility in its address')
  return facility
}

export function useFacilityLine(): FacilityLine | undefined {
  const { facility } = useParams({ strict: false })
  return useSession()?.facilities.find((each) => each.id === facility)
}

/** Whether the person may do what the permission names, for the facility on the screen. */
export function useMay(permission: Permission): boolean {
  const organisation = useSession()?.organisation
  return isAllowed(permission, organisation && { kind: organisation.kind, role: organisation.role })
}

/** Today in Japan, as the server says; the PC's own clock may be wrong. */
export function useToday(): string {
  const session = useSession()
  return session?.today ?? openedOn
}
