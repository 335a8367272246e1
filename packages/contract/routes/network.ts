import * as z from 'zod'
import { defineRoute } from '../route.ts'
import { changeSchema } from '../slices/change.ts'
import {
  networkDrawioView,
  networkModelView,
  networkPathView,
  networkTryView,
  networkView,
  networkWaysView,
  networkZoneView,
} from '../views/network.ts'
import { bytes, facility, megabyte, none, nothing } from './shared.ts'

/** Points of the map; that of a hub names a switch and a port. */
const point = z.string().max(200)
/** A map in words of one language; stacks and zones that a person has unfolded are drawn box by box, their ids one a line. */
const drawing = { lang: z.enum(['ja', 'en']), unfolded: z.string().max(4000).optional() }
/** As which files the map can be had. */
const mapFormats = ['svg', 'drawio', 'pdf', 'png'] as const
/** Changes that can be tried out at once. */
const mostTried = 200

/** The map of the network (ネットワーク); zones, links and places on it are written by `change`. */
export const networkRoutes = {
  network: defineRoute({
    id: 'network',
    method: 'GET',
    path: '/api/v1/facilities/:facility/network',
    permission: 'facility:read',
    summary: 'The map: points, links, entrances, ways that must not be open, and open questions',
    params: facility,
    query: none,
    body: nothing,
    response: networkView,
  }),
  networkModel: defineRoute({
    id: 'networkModel',
    method: 'GET',
    path: '/api/v1/facilities/:facility/network/model',
    permission: 'facility:read',
    summary: 'The boxes and lines of the map, folded so that it can be read; where they stand is worked out by whoever draws them',
    params: facility,
    query: z.object(drawing),
    body: nothing,
    response: networkModelView,
  }),
  networkZone: defineRoute({
    id: 'networkZone',
    method: 'GET',
    path: '/api/v1/facilities/:facility/network/zones/:zone',
    permission: 'facility:read',
    summary: 'A window of the devices of one zone; `-`: of those that stand in none',
    params: facility.extend({ zone: z.string().max(80) }),
    query: z.object({
      offset: z.coerce.number().int().min(0).optional(),
      limit: z.coerce.number().int().min(1).max(500).optional(),
    }),
    body: nothing,
    response: networkZoneView,
  }),
  networkWays: defineRoute({
    id: 'networkWays',
    method: 'GET',
    path: '/api/v1/facilities/:facility/network/ways',
    permission: 'facility:read',
    summary: 'What can be reached from one point of the map or one device, and what stops with it',
    params: facility,
    /** `fallen`: somebody holds the point itself, so that its own controls hold nobody. */
    query: z.object({ from: point, fallen: z.enum(['0', '1']).optional() }),
    body: nothing,
    response: networkWaysView,
  }),
  networkPath: defineRoute({
    id: 'networkPath',
    method: 'GET',
    path: '/api/v1/facilities/:facility/network/paths/:path',
    permission: 'facility:read',
    summary: 'One way that must not be open, step by step with what tells each step, and the links to cut',
    params: facility.extend({ path: z.string().max(500) }),
    query: none,
    body: nothing,
    response: networkPathView,
  }),
  networkTry: defineRoute({
    id: 'networkTry',
    method: 'POST',
    path: '/api/v1/facilities/:facility/network/try',
    permission: 'facility:write',
    summary: 'What changes would make otherwise; nothing is stored',
    params: facility,
    query: none,
    /** `from`: what stops when somebody holds this point is told too; `drawn`: and the boxes and lines of the map. */
    body: z.strictObject({
      changes: z.array(changeSchema).max(mostTried),
      from: point.optional(),
      drawn: z.strictObject(drawing).optional(),
    }),
    response: networkTryView,
    limit: megabyte,
  }),
  networkMap: defineRoute({
    id: 'networkMap',
    method: 'GET',
    path: '/api/v1/facilities/:facility/network/map',
    permission: 'paper:make',
    summary: 'The map as a file; with `path`, that way is lit and the link to cut is marked',
    params: facility,
    query: z.object({
      format: z.enum(mapFormats),
      lang: z.enum(['ja', 'en']).optional(),
      path: z.string().max(500).optional(),
      /** Of a PDF: four sheets of A4 to be joined, in place of one of A3. */
      tiles: z.enum(['0', '1']).optional(),
    }),
    body: nothing,
    response: bytes,
    kind: 'file',
  }),
  networkDrawio: defineRoute({
    id: 'networkDrawio',
    method: 'POST',
    path: '/api/v1/facilities/:facility/network/drawio',
    permission: 'facility:write',
    summary: 'What a drawing of draw.io would place and propose; what a person takes of it is stored by `change`',
    params: facility,
    query: none,
    body: bytes,
    response: networkDrawioView,
    kind: 'upload',
    limit: 30 * megabyte,
  }),
} as const
