import { mkdir, readFile, rename } from 'node:fs/promises'
import { dirname } from 'node:path'
import { moveFile } from './move-file.ts'

/** Puts the secret of the backup where the installation looks for it; another one that lies there is put aside, not thrown away. */
export async function placeSecret(file: string, from: string): Promise<void> {
  await mkdir(dirname(file), { recursive: true, mode: 0o700 })
  const [there, wanted] = await Promise.all([readFile(file, 'utf8').catch(() => undefined), readFile(from, 'utf8')])
  if (there?.trim() === wanted.trim()) return
  if (there !== undefined) await rename(file, `${file}.before-restore`)
  await moveFile(from, file)
}
