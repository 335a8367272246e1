import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { folderDoc } from '@mimamori/formats'

/** docs/folder.md: the files and columns of a facility folder, from the tables that read and write it. */
export function outputs(root: string): Promise<ReadonlyMap<string, string>> {
  if (!existsSync(join(root, 'packages/formats/folder'))) return Promise.resolve(new Map())
  return Promise.resolve(new Map([['docs/folder.md', folderDoc()]]))
}
