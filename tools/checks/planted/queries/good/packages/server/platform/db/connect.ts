import { Pool } from 'pg'
export const now = ['select now() from x', Pool]
