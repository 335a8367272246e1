import { eq } from 'drizzle-orm'
import { Pool } from 'pg'
export const all = 'select id, name from asset where id = $1'
export function list(db: any, asset: any): unknown {
  return [eq, Pool, db.select({ id: asset.id }).from(asset), sql`update x`, `insert into ${asset} values (1)`]
}
