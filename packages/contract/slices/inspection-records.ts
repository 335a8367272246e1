import { type InspectionId, type InspectionPointId, type ItemId, type RecordOf, type TaskId, textLimits } from '@mimamori/domain'
import * as z from 'zod'
import { day, id, limited, opt, record } from './fields.ts'

const inspection = record<RecordOf<'inspections'>>({
  id: id<InspectionId>(),
  on: day,
  inspectors: opt(limited(textLimits.inspections.inspectors)),
  present: opt(limited(textLimits.inspections.present)),
  remarks: opt(limited(textLimits.inspections.remarks)),
})

const inspectionPoint = record<RecordOf<'inspectionPoints'>>({
  id: id<InspectionPointId>(),
  inspection: id<InspectionId>(),
  order: z.number().int().min(1).max(10_000),
  kind: z.enum(['seen', 'question', 'promise', 'guidance']),
  item: opt(id<ItemId>()),
  text: limited(textLimits.inspectionPoints.text),
  answer: opt(limited(textLimits.inspectionPoints.answer)),
  dueOn: opt(day),
  task: opt(id<TaskId>()),
})

/** The record of a day of inspection and its points. */
export const inspectionSchemas = { inspections: inspection, inspectionPoints: inspectionPoint }
