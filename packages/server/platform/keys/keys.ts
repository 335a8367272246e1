import type pg from 'pg'
import type { Clock } from '../clock/clock.ts'
import { installation, withScope } from '../db/scope.ts'
import { otherSecretFile } from './messages.ts'
import { seal, unseal } from './seal.ts'
import type { InstallationSecret } from './secret-file.ts'
import { fingerprintOf, newKeyPair, signWith } from './signature.ts'
import { addSigningKey, findSigningKey, listPublicKeys, retireSigningKey, type SigningKeyRow } from './store.ts'

export interface Signature {
  readonly signature: Buffer
  readonly publicKey: Buffer
  readonly fingerprint: string
}

export interface PublicKey {
  readonly publicKey: Buffer
  readonly fingerprint: string
  readonly isInUse: boolean
}

/** Signing in the name of an organisation, or of the installation itself when none is named. */
export interface Keys {
  sign(bytes: Uint8Array, organisation?: string): Promise<Signature>
  publicKeys(organisation?: string): Promise<readonly PublicKey[]>
  fingerprint(organisation?: string): Promise<string>
  /** From now on a new key signs; the old one stays, to verify what it signed. */
  replace(organisation?: string): Promise<PublicKey>
}

interface Parts {
  readonly pool: pg.Pool
  readonly clock: Clock
  readonly sealingKey: Buffer
}

function boundTo(organisation: string, publicKey: Buffer): string {
  return `mimamori/signing-key/${organisation}/${publicKey.toString('hex')}`
}

async function add(parts: Parts, client: pg.ClientBase, organisation: string): Promise<void> {
  const { publicKey, privateKey } = newKeyPair()
  const sealed = seal(parts.sealingKey, privateKey, boundTo(organisation, publicKey))
  await addSigningKey(client, organisation, { publicKey, sealed, at: parts.clock.now() })
}

/** The key in use, made at the first use. */
async function obtain(parts: Parts, organisation: string): Promise<SigningKeyRow> {
  return withScope(parts.pool, { organisation }, async (client) => {
    const found = await findSigningKey(client, organisation)
    if (found) return found
    await add(parts, client, organisation)
    const made = await findSigningKey(client, organisation)
    if (!made) throw new Error('the signing key just made is not there')
    return made
  })
}

function openPrivateKey(parts: Parts, organisation: string, row: SigningKeyRow): Buffer {
  const opened = unseal(parts.sealingKey, row.sealed, boundTo(organisation, row.publicKey))
  if (!opened) throw otherSecretFile()
  return opened
}

/** Whether a stored private half opens with this secret: what a restored installation needs to sign again. */
export function opensSealed(secret: InstallationSecret, row: { organisation: string; publicKey: Buffer; sealed: Buffer }): boolean {
  return unseal(secret.derive('signing-keys'), row.sealed, boundTo(row.organisation, row.publicKey)) !== undefined
}

async function signBytes(parts: Parts, organisation: string, bytes: Uint8Array): Promise<Signature> {
  const row = await obtain(parts, organisation)
  const signature = signWith(openPrivateKey(parts, organisation, row), bytes)
  return { signature, publicKey: row.publicKey, fingerprint: fingerprintOf(row.publicKey) }
}

async function replaceKey(parts: Parts, organisation: string): Promise<PublicKey> {
  await withScope(parts.pool, { organisation }, async (client) => {
    await retireSigningKey(client, organisation, parts.clock.now())
    await add(parts, client, organisation)
  })
  const { publicKey } = await obtain(parts, organisation)
  return { publicKey, fingerprint: fingerprintOf(publicKey), isInUse: true }
}

/** `secret` comes from the secret file; private halves are in the database, sealed by it. */
export function makeKeys(given: { pool: pg.Pool; clock: Clock; secret: InstallationSecret }): Keys {
  const parts: Parts = { pool: given.pool, clock: given.clock, sealingKey: given.secret.derive('signing-keys') }
  return {
    sign: (bytes, organisation = installation) => signBytes(parts, organisation, bytes),
    publicKeys: async (organisation = installation) => {
      const rows = await withScope(parts.pool, { organisation }, (client) => listPublicKeys(client, organisation))
      return rows.map(({ publicKey, retiredAt }) => ({ publicKey, fingerprint: fingerprintOf(publicKey), isInUse: retiredAt === null }))
    },
    fingerprint: async (organisation = installation) => fingerprintOf((await obtain(parts, organisation)).publicKey),
    replace: (organisation = installation) => replaceKey(parts, organisation),
  }
}
