import { pgTable } from 'drizzle-orm/pg-core'
import type { Pool } from 'pg'
export const words = 'Select a file, then go on'
export const table: [typeof pgTable, Pool?] = [pgTable]
