import { createHash } from 'node:crypto'
import type { PdfOptions } from '@mimamori/papers'
import type { Keys } from '../../platform/keys/index.ts'

type Signer = NonNullable<PdfOptions['signer']>

/** Fixed beginning of the DER form of an Ed25519 public key (RFC 8410). */
const derPrefix = Buffer.from('302a300506032b6570032100', 'hex')

/** The organisation's key as papers want it. */
export async function signerOf(keys: Keys, organisation: string): Promise<Signer> {
  const inUse = (await keys.publicKeys(organisation)).find((key) => key.isInUse) ?? (await firstKey(keys, organisation))
  const der = Buffer.concat([derPrefix, inUse.publicKey])
  return {
    publicKey: der.toString('base64'),
    fingerprint: createHash('sha256').update(der).digest('hex'),
    sign: async (bytes) => (await keys.sign(bytes, organisation)).signature,
  }
}

/** A key is made at its first use. */
async function firstKey(keys: Keys, organisation: string): Promise<{ readonly publicKey: Buffer }> {
  return keys.sign(Buffer.from('mimamori'), organisation)
}
