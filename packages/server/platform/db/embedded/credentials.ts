import { randomBytes } from 'node:crypto'
import { open, readFile, rename } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import { lostPasswords } from './messages.ts'

const passwords = z.object({ admin: z.string(), owner: z.string(), app: z.string(), jobs: z.string() })

/** One password per role of the embedded cluster; they never leave this machine. */
export type DatabasePasswords = z.infer<typeof passwords>

function newPassword(): string {
  return randomBytes(32).toString('base64url')
}

async function store(file: string, value: DatabasePasswords): Promise<void> {
  const draft = `${file}.new`
  const handle = await open(draft, 'w', 0o600)
  try {
    await handle.writeFile(JSON.stringify(value))
    await handle.sync()
  } finally {
    await handle.close()
  }
  await rename(draft, file)
}

/** Reads the password file, or makes it for a cluster that does not exist yet. */
export async function loadPasswords(dataFolder: string, clusterExists: boolean): Promise<DatabasePasswords> {
  const file = join(dataFolder, 'database-passwords.json')
  const text = await readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT' && !clusterExists) return undefined
    throw lostPasswords(file)
  })
  if (text === undefined) {
    const made = { admin: newPassword(), owner: newPassword(), app: newPassword(), jobs: newPassword() }
    await store(file, made)
    return made
  }
  const parsed = passwords.safeParse(parseJson(text))
  if (!parsed.success) throw lostPasswords(file)
  return parsed.data
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
