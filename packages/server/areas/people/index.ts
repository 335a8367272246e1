export { makeInvitation } from './invite.ts'
export { checkMayGive, keepingOwner, type RoleAsking } from './people.ts'
export { peopleHandlers } from './routes.ts'
export { listMembers, withdraw as withdrawOpen } from './store.ts'
