import { access } from 'node:fs/promises'
import { join } from 'node:path'
import type pg from 'pg'
import { readAuditLines, verifyAudit } from '../audit/index.ts'
import { opensSealed, secretFrom } from '../keys/index.ts'
import { keptFolders } from './files.ts'
import { listAuditTrails, listKeptFiles, listSealedKeys } from './store.ts'

/** What holds after a restore; each number beside the one that it should be. */
export interface Checked {
  readonly audit: { readonly trails: number; readonly intact: number; readonly entries: number }
  readonly keys: { readonly stored: number; readonly opened: number }
  readonly kept: { readonly rows: number; readonly present: number }
}

async function checkAudit(client: pg.ClientBase): Promise<Checked['audit']> {
  const trails = await listAuditTrails(client)
  let [intact, entries] = [0, 0]
  for (const organisation of trails) {
    const verdict = await verifyAudit(readAuditLines(client, organisation))
    entries += verdict.entries
    if (verdict.isIntact) intact += 1
  }
  return { trails: trails.length, intact, entries }
}

async function isThere(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  )
}

async function checkKept(client: pg.ClientBase, folder: string): Promise<Checked['kept']> {
  const rows = await listKeptFiles(client)
  let present = 0
  for (const { organisation, sha256 } of rows) {
    const path = join(organisation, sha256.slice(0, 2), sha256)
    const found = await Promise.all(keptFolders.map((name) => isThere(join(folder, name, path))))
    if (found.includes(true)) present += 1
  }
  return { rows: rows.length, present }
}

/** Looks over what was loaded: every chain, every sealed key with the secret that came along, every file that a row names. */
export async function checkRestored(client: pg.ClientBase, given: { draft: string; secret: string }): Promise<Checked> {
  const keys = await listSealedKeys(client)
  const secret = secretFrom(given.secret)
  return {
    audit: await checkAudit(client),
    keys: { stored: keys.length, opened: keys.filter((row) => opensSealed(secret, row)).length },
    kept: await checkKept(client, given.draft),
  }
}

/** Whether everything is as it was when the backup was made. */
export function isSound({ audit, keys, kept }: Checked): boolean {
  return audit.intact === audit.trails && keys.opened === keys.stored && kept.present === kept.rows
}
