import * as z from 'zod'
import { recordSchemas } from '../slices/records.ts'
import { day, versioned } from './common.ts'

/** 「指摘・指導の記録」: days of inspection, the latest first, with their points and the work that these became. */
export const inspectionView = z.object({
  revision: z.number().int(),
  /** The day announced, as the facility has it. */
  announcedOn: day.optional(),
  inspections: z.array(versioned(recordSchemas.inspections)),
  points: z.array(versioned(recordSchemas.inspectionPoints)),
  tasks: z.array(versioned(recordSchemas.tasks)),
})

export type InspectionView = z.infer<typeof inspectionView>
