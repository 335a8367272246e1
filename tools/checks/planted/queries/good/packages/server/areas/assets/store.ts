import { eq } from 'drizzle-orm'
export const all = 'select id, name from asset where id = $1'
export const same = eq
