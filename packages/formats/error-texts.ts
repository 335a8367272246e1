import type { Text } from '@mimamori/domain'
import { checklistTexts } from './error-texts/checklist.ts'
import { excelTexts } from './error-texts/excel.ts'
import { feedTexts } from './error-texts/feed.ts'
import { fileTexts } from './error-texts/file.ts'
import { folderTexts } from './error-texts/folder.ts'
import { mapTexts } from './error-texts/map.ts'
import { scanTexts } from './error-texts/scan.ts'
import { valueTexts } from './error-texts/value.ts'

/** What happened and what to do now; `{…}` are values. */
export interface ErrorText {
  readonly message: Text
  readonly action: Text
}

/** Every sentence that a file can cause, by code; a test wants for each a file that triggers it. */
export const errorTexts = {
  ...fileTexts,
  ...excelTexts,
  ...valueTexts,
  ...folderTexts,
  ...checklistTexts,
  ...scanTexts,
  ...mapTexts,
  ...feedTexts,
} as const satisfies Record<string, ErrorText>

export type ErrorCode = keyof typeof errorTexts

export const errorCodes: readonly ErrorCode[] = (Object.keys(errorTexts) as ErrorCode[]).sort() // keys are the codes by type
