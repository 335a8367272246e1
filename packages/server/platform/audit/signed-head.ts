import { z } from 'zod'
import { fingerprintOf, type Signature, verifySignature } from '../keys/index.ts'
import { type AuditHead, canonicalJson } from './chain.ts'

const shape = z.object({
  head: z.object({ seq: z.number().int().min(0), hash: z.string().regex(/^[0-9a-f]{64}$/) }),
  organisation: z.string(),
  at: z.string(),
  publicKey: z.base64(),
  signature: z.base64(),
})

/** The last line of an export: where the trail ended, when, signed by the key of the organisation. */
export interface SignedHead {
  readonly head: AuditHead
  readonly organisation: string
  readonly at: string
  readonly fingerprint: string
  /** Whether the signature fits; whose key it is, the reader must know. */
  readonly isValid: boolean
}

interface Signed {
  readonly head: AuditHead
  readonly organisation: string
  readonly at: string
}

function signedBytes({ head, organisation, at }: Signed): Buffer {
  return Buffer.from(`mimamori audit head\n${canonicalJson({ head, organisation, at })}`, 'utf8')
}

/** `sign` signs in the name of the organisation. */
export async function printSignedHead(given: Signed, sign: (bytes: Uint8Array) => Promise<Signature>): Promise<string> {
  const { signature, publicKey } = await sign(signedBytes(given))
  const { head, organisation, at } = given
  return canonicalJson({ head, organisation, at, publicKey: publicKey.toString('base64'), signature: signature.toString('base64') })
}

export function readSignedHead(value: unknown): SignedHead | undefined {
  const parsed = shape.safeParse(value)
  if (!parsed.success) return undefined
  const { head, organisation, at } = parsed.data
  const [publicKey, signature] = [Buffer.from(parsed.data.publicKey, 'base64'), Buffer.from(parsed.data.signature, 'base64')]
  const isValid = verifySignature({ publicKey, signature, bytes: signedBytes({ head, organisation, at }) })
  return { head, organisation, at, fingerprint: fingerprintOf(publicKey), isValid }
}
