import type { BackupId, CalendarDate, SystemId } from '../ids.ts'
import type { Entry, Fact } from '../record.ts'

/** One way in which the data of a system are kept a second time. */
export interface Backup extends Entry {
  readonly id: BackupId
  readonly system: SystemId
  readonly way: 'connected-device' | 'detached-media' | 'cloud'
  /** The day on which somebody last put the data back to see whether it works; `none` = never tried. */
  readonly restoreTestedOn?: Fact<CalendarDate>
}

export interface ContinuitySlices {
  readonly backups: readonly Backup[]
}
