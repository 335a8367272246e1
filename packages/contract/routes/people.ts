import * as z from 'zod'
import { defineRoute } from '../route.ts'
import { roleName } from '../views/facility.ts'
import { invitationView, invitationWay, madeInvitation, peopleView } from '../views/people.ts'
import { done, newLogin as login, none, nothing, newPassword as password } from './shared.ts'

/** The code as typed, or the token of the link. */
const secret = z.string().min(8).max(100)
const name = z.string().trim().min(1).max(100)

export const peopleRoutes = {
  people: defineRoute({
    id: 'people',
    method: 'GET',
    path: '/api/v1/people',
    permission: 'member:read',
    summary: 'The people of the organisation, and whom it has invited',
    params: none,
    query: none,
    body: nothing,
    response: peopleView,
  }),
  inviteMember: defineRoute({
    id: 'inviteMember',
    method: 'POST',
    path: '/api/v1/people/invitations',
    permission: 'member:write',
    summary: 'Invite a colleague, by mail, printed card or telephone',
    params: none,
    query: none,
    body: z.strictObject({ name, role: roleName, way: invitationWay }),
    response: madeInvitation,
  }),
  inviteViewer: defineRoute({
    id: 'inviteViewer',
    method: 'POST',
    path: '/api/v1/facilities/:facility/relations/:relation/invitation',
    permission: 'relation:write',
    summary: 'Invite the other side of a relation that was offered; an earlier invitation ends',
    params: z.object({ facility: z.string().max(80), relation: z.guid() }),
    query: none,
    body: z.strictObject({ way: invitationWay }),
    response: madeInvitation,
  }),
  mailInvitation: defineRoute({
    id: 'mailInvitation',
    method: 'POST',
    path: '/api/v1/people/invitations/:invitation/mail',
    permission: 'member:write',
    summary: 'Send an invitation that was just made by mail, at once; nothing of its secret is kept',
    params: z.object({ invitation: z.guid() }),
    query: none,
    body: z.strictObject({ code: secret, token: secret, to: z.string().max(254) }),
    response: done,
  }),
  withdrawInvitation: defineRoute({
    id: 'withdrawInvitation',
    method: 'DELETE',
    path: '/api/v1/people/invitations/:invitation',
    permission: 'member:write',
    summary: 'Make an invitation worthless',
    params: z.object({ invitation: z.guid() }),
    query: none,
    body: nothing,
    response: done,
  }),
  changeMember: defineRoute({
    id: 'changeMember',
    method: 'POST',
    path: '/api/v1/people/:person',
    permission: 'member:write',
    summary: 'What somebody may do',
    params: z.object({ person: z.guid() }),
    query: none,
    /** `seen`: the roles that stood there, so that what somebody has changed since is not taken back unseen. */
    body: z.strictObject({ roles: z.array(roleName).min(1).max(6), seen: z.array(roleName).max(6) }),
    response: done,
  }),
  removeMember: defineRoute({
    id: 'removeMember',
    method: 'DELETE',
    path: '/api/v1/people/:person',
    permission: 'member:write',
    summary: 'Take somebody out of the organisation; signed-in screens close',
    params: z.object({ person: z.guid() }),
    query: none,
    body: nothing,
    response: done,
  }),
  lookAtInvitation: defineRoute({
    id: 'lookAtInvitation',
    method: 'POST',
    path: '/api/v1/invitation/look',
    permission: 'public',
    summary: 'Who invites, to what',
    params: none,
    query: none,
    body: z.strictObject({ secret }),
    response: invitationView,
  }),
  acceptInvitation: defineRoute({
    id: 'acceptInvitation',
    method: 'POST',
    path: '/api/v1/invitation/accept',
    permission: 'public',
    summary: 'Accept, with a new account or as the person who is signed in',
    params: none,
    query: none,
    body: z.strictObject({
      secret,
      account: z.strictObject({ login, password, name }).optional(),
      /** Of an invitation to a view: one of one's own organisations, or the name of a new one. */
      organisation: z.union([z.strictObject({ id: z.guid() }), z.strictObject({ name: z.string().trim().min(1).max(200) })]).optional(),
    }),
    response: done,
  }),
} as const
