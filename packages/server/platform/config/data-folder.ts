import { accessSync, constants, statSync } from 'node:fs'
import { dirname, resolve } from 'node:path'
import type { UserProblem } from '../errors/user-error.ts'

/** A data folder that is a file, lies below one, or cannot be written. One that is not there yet is made at the start. */
export function badDataFolder({ data }: { readonly data?: string | undefined }): UserProblem[] {
  if (data === undefined) return []
  const there = nearestThere(resolve(data))
  if (!there.isDirectory) return [notAFolder(data)]
  return isWritable(there.path) ? [] : [notWritable(data)]
}

/** NOTE: `stat` of a path below a file finds no entry, so the way up ends at the file. */
function nearestThere(path: string): { readonly path: string; readonly isDirectory: boolean } {
  for (let at = path; ; at = dirname(at)) {
    const info = statSync(at, { throwIfNoEntry: false })
    if (info || dirname(at) === at) return { path: at, isDirectory: info?.isDirectory() ?? false }
  }
}

function isWritable(folder: string): boolean {
  try {
    accessSync(folder, constants.W_OK | constants.X_OK)
    return true
  } catch {
    return false
  }
}

function notAFolder(data: string): UserProblem {
  return {
    code: 'config/data-not-a-folder',
    message: {
      ja: `MIMAMORI_DATA が指しているのは、フォルダではなくファイルです: ${data}`,
      en: `MIMAMORI_DATA names a file, not a folder: ${data}`,
    },
    action: {
      ja: 'データを置くフォルダの場所を書いてください。例: /var/lib/mimamori',
      en: 'Write the path of the folder for the data, such as /var/lib/mimamori.',
    },
    column: 'MIMAMORI_DATA',
  }
}

function notWritable(data: string): UserProblem {
  return {
    code: 'config/data-not-writable',
    message: {
      ja: `MIMAMORI_DATA のフォルダに書き込めません: ${data}`,
      en: `The folder of MIMAMORI_DATA cannot be written: ${data}`,
    },
    action: {
      ja: '「みまもり」を動かす利用者が書き込めるフォルダにするか、フォルダの許可を直してください。',
      en: 'Name a folder that the user who runs Mimamori may write, or change its permissions.',
    },
    column: 'MIMAMORI_DATA',
  }
}
