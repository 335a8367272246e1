import { open, readFile, stat } from 'node:fs/promises'
import { misspeltKey, openKeyFile } from './messages.ts'
import { newRecoveryKey, printRecoveryKey, type RecoveryKey, readRecoveryKey } from './recovery-key.ts'

/** The key that a person typed or that stands in a file. */
export function keyFromText(text: string): RecoveryKey {
  const key = readRecoveryKey(text)
  if (!key) throw misspeltKey()
  return key
}

async function makeFile(file: string): Promise<RecoveryKey> {
  const key = newRecoveryKey()
  const handle = await open(file, 'wx', 0o600)
  try {
    await handle.writeFile(`${printRecoveryKey(key)}\n`)
    await handle.sync()
  } finally {
    await handle.close()
  }
  return key
}

/** Reads the key of a file that only its owner may read. With `create`, one that is missing is made with a new key. */
export async function keyFromFile(file: string, options: { create: boolean }): Promise<{ key: RecoveryKey; isNew: boolean }> {
  const info = await stat(file).catch(() => undefined)
  if (!info && options.create) return { key: await makeFile(file), isNew: true }
  const text = await readFile(file, 'utf8')
  if (info && (info.mode & 0o077) !== 0) throw openKeyFile(file)
  return { key: keyFromText(text), isNew: false }
}
