import type { CalendarDate, Exposure, InstalledProduct, Text } from '@mimamori/domain'
import type * as z from 'zod'
import type { problemAnswer } from '../answers.ts'

/** Everything that is installed, with what decides how urgent something is there. */
export interface Assets {
  readonly installed: readonly InstalledProduct[]
  /** Names of devices by their id. */
  readonly names: ReadonlyMap<string, string>
  readonly exposureOf: (asset: string) => { readonly exposure: Exposure; readonly says: Text }
  readonly partyOf: (asset: string) => string
  /** The day on which it was found, where the register knows it. */
  readonly foundOn: (installed: InstalledProduct, group: string) => CalendarDate | undefined
  readonly problems: readonly z.infer<typeof problemAnswer>[]
  /** A part of it could not be read. */
  readonly isDamaged: boolean
}
