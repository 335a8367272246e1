import { rules } from '@mimamori/domain'
import type { schema } from '@mimamori/catalog'
import { readFile } from 'node:fs/promises'
export const read: [typeof rules, typeof readFile, (typeof schema)?] = [rules, readFile]
