import type { AssetId, BackupId, CalendarDate, SystemId } from '../ids.ts'
import type { Entry, Fact } from '../record.ts'

/** One way in which the data of a system are kept a second time. */
export interface Backup extends Entry {
  readonly id: BackupId
  readonly system: SystemId
  readonly way: 'connected-device' | 'detached-media' | 'cloud'
  /** The day on which somebody last put the data back to see whether it works; `none` = never tried. */
  readonly restoreTestedOn?: Fact<CalendarDate>
  readonly kind?: 'full' | 'differential' | 'incremental' | 'snapshot' | 'copy'
  /** Where it lies: room, safe, company. */
  readonly place?: string
  readonly device?: Fact<AssetId>
  /** Whether it can be reached over the network while nothing is being copied. */
  readonly connection?: 'online' | 'offline'
  /** How many days back data can be put back; 0 = only the latest state. */
  readonly daysBack?: number
}

export interface ContinuitySlices {
  readonly backups: readonly Backup[]
}
