import { stat } from 'node:fs/promises'
import { extname } from 'node:path'
import type { Call } from '../command.ts'
import { InputError } from '../errors.ts'
import { readAssetsFile } from './assets-file.ts'
import { readAssetsFolder } from './assets-folder.ts'
import type { Assets } from './assets-read.ts'

/** A facility folder (also as ZIP), or a list of devices. */
export async function readAssets(path: string, call: Call): Promise<Assets> {
  const found = await stat(path).catch(() => undefined)
  if (!found) throw notThere('--assets', path)
  return found.isDirectory() || extname(path).toLowerCase() === '.zip' ? readAssetsFolder(path, call) : readAssetsFile(path, call)
}

export function notThere(option: string, path: string): InputError {
  return new InputError({
    code: 'vuln/not-there',
    message: { ja: `${option} の「${path}」は見つかりません。`, en: `There is no "${path}" for ${option}.` },
    action: { ja: '場所の名前を確かめて、もう一度お試しください。', en: 'Check the name of the place and run it again.' },
  })
}
