import { hkdfSync, randomBytes } from 'node:crypto'
import { link, lstat, mkdir, open, readFile, rm } from 'node:fs/promises'
import { dirname } from 'node:path'
import { badSecretFile, missingSecretFile, openSecretFile } from './messages.ts'

/** 256 random bits outside the database: a stolen database or backup alone opens no key. */
export interface InstallationSecret {
  /** A key of its own for each purpose, so that one never stands in for another. */
  derive(purpose: string): Buffer
}

async function writeWhole(file: string, text: string): Promise<void> {
  const handle = await open(file, 'wx', 0o600)
  try {
    await handle.chmod(0o600)
    await handle.writeFile(text)
    await handle.sync()
  } finally {
    await handle.close()
  }
}

/** Written under another name and linked, so that neither a kill nor a second process leaves a half or another file. */
async function createIfMissing(file: string, isAwaited: () => Promise<boolean>): Promise<void> {
  await mkdir(dirname(file), { recursive: true, mode: 0o700 })
  if (
    await lstat(file).then(
      () => true,
      () => false,
    )
  )
    return
  if (await isAwaited()) throw missingSecretFile(file)
  const draft = `${file}.${randomBytes(8).toString('hex')}`
  try {
    await writeWhole(draft, `${randomBytes(32).toString('base64url')}\n`)
    await link(draft, file).catch((error: NodeJS.ErrnoException) => {
      if (error.code !== 'EEXIST') throw error
    })
  } finally {
    await rm(draft, { force: true })
  }
}

async function read(file: string): Promise<string> {
  const info = await lstat(file)
  if (!info.isFile()) throw badSecretFile(file)
  if ((info.mode & 0o077) !== 0) throw openSecretFile(file, info.mode)
  const text = await readFile(file, 'utf8').catch(() => {
    throw badSecretFile(file)
  })
  if (!/^[\w-]{43}\s*$/.test(text)) throw badSecretFile(file)
  return text
}

/** The secret from the text of its file, such as a backup carries. */
export function secretFrom(text: string): InstallationSecret {
  const secret = Buffer.from(text.trim(), 'base64url')
  return { derive: (purpose) => Buffer.from(hkdfSync('sha256', secret, 'mimamori', purpose, 32)) }
}

/**
 * Reads the secret file, or makes it at the first start; refuses one that others may read. `isAwaited`: something is
 * sealed with it already, so that a missing one is brought back and never made anew.
 */
export async function loadSecret(file: string, isAwaited: () => Promise<boolean> = async () => false): Promise<InstallationSecret> {
  await createIfMissing(file, isAwaited)
  return secretFrom(await read(file))
}
