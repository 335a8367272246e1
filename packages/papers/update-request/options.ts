import type { RequestWay } from '../vendor-request/options.ts'
import type { AskedOf } from './asked.ts'

export type UpdateWay = Exclude<RequestWay, 'phone'>

/** Of one response, of one vendor, or of every vendor that has something open where neither is named. */
export interface UpdateRequestOptions extends AskedOf {
  /** By post where absent. */
  readonly way?: UpdateWay
}
