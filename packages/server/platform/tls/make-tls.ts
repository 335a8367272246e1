import { X509Certificate } from 'node:crypto'
import { lstat, mkdir, open, readFile, rename } from 'node:fs/promises'
import { isIP } from 'node:net'
import { join } from 'node:path'
import { UserError } from '../errors/user-error.ts'
import { issueAuthority, issueServer, type Pair } from './issue.ts'

export interface MadeTls {
  readonly authorityFile: string
  readonly authorityKeyFile: string
  readonly certificateFile: string
  readonly keyFile: string
  /** SHA-256, as Windows and browsers show it: to be compared before the authority is trusted. */
  readonly fingerprint: string
  readonly names: readonly string[]
  readonly validUntil: string
  /** False when the authority of an earlier time was used again: nothing needs to be done at the PCs then. */
  readonly isNewAuthority: boolean
}

const hostName = /^(?=.{1,253}$)([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?)(\.[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?)*$/

function readNames(names: readonly string[]): readonly string[] {
  const plain = names.map((name) => name.normalize('NFKC').trim().toLowerCase())
  const wrong = plain.find((name) => isIP(name) === 0 && !hostName.test(name))
  if (wrong === undefined) return [...new Set(plain)]
  throw new UserError({
    code: 'tls/bad-name',
    message: {
      ja: `「${wrong}」は、機械の名前や番地として読めません。`,
      en: `"${wrong}" is neither the name nor the address of a machine.`,
    },
    action: {
      ja: '利用者が開く名前を、https:// を付けずに書いてください。例: mimamori.byoin.local 192.168.1.20',
      en: 'Write the names that people open, without https://, such as mimamori.byoin.local 192.168.1.20.',
    },
  })
}

/** Written under another name first: a certificate never stands there without its key, or half. */
async function write(file: string, text: string, mode: number): Promise<void> {
  const draft = `${file}.new`
  const handle = await open(draft, 'w', mode)
  try {
    await handle.chmod(mode)
    await handle.writeFile(text)
    await handle.sync()
  } finally {
    await handle.close()
  }
  await rename(draft, file)
}

function keyInTheSafe(keyFile: string): UserError {
  return new UserError({
    code: 'tls/authority-key-away',
    message: {
      ja: `認証局の鍵(${keyFile})がないため、証明書を作り直せません。`,
      en: `The key of the authority (${keyFile}) is not there, so the certificate cannot be renewed.`,
    },
    action: {
      ja: '金庫などから鍵を元の場所に戻してください。なくしたときは、同じフォルダの ca.crt を消すと新しい認証局を作りますが、各PCに入れ直すことになります。',
      en: 'Bring the key back from the safe. If it is lost, remove ca.crt beside it: a new authority is made, and each PC needs it anew.',
    },
  })
}

/** Undefined when there is no authority yet. */
async function readPair(certificateFile: string, keyFile: string): Promise<Pair | undefined> {
  const isThere = async (file: string) => (await lstat(file).catch(() => undefined)) !== undefined
  if (!(await isThere(certificateFile))) return undefined
  if (!(await isThere(keyFile))) throw keyInTheSafe(keyFile)
  return { certificate: await readFile(certificateFile, 'utf8'), key: await readFile(keyFile, 'utf8') }
}

/** An authority (once) and a certificate for the given names, with keys that only the own user may read. */
export async function makeTls(given: { folder: string; names: readonly string[]; now: Date }): Promise<MadeTls> {
  const names = readNames(given.names)
  const file = (name: string) => join(given.folder, name)
  const [authorityFile, authorityKeyFile] = [file('ca.crt'), file('ca.key')]
  const [certificateFile, keyFile] = [file('server.crt'), file('server.key')]
  await mkdir(given.folder, { recursive: true, mode: 0o700 })
  const kept = await readPair(authorityFile, authorityKeyFile)
  const authority = kept ?? (await issueAuthority(given.now))
  if (!kept) {
    await write(authorityKeyFile, authority.key, 0o600)
    await write(authorityFile, authority.certificate, 0o644)
  }
  const server = await issueServer(authority, { names, now: given.now })
  await write(keyFile, server.key, 0o600)
  await write(certificateFile, server.certificate, 0o644)
  const fingerprint = new X509Certificate(authority.certificate).fingerprint256
  const validUntil = new Date(new X509Certificate(server.certificate).validTo).toISOString().slice(0, 10)
  const files = { authorityFile, authorityKeyFile, certificateFile, keyFile }
  return { ...files, fingerprint, names, validUntil, isNewAuthority: !kept }
}
