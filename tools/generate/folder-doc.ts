import { folderDoc } from '@mimamori/formats'

/** docs/folder.md: the files and columns of a facility folder, from the tables that read and write it. */
export function outputs(): Promise<ReadonlyMap<string, string>> {
  return Promise.resolve(new Map([['docs/folder.md', folderDoc()]]))
}
