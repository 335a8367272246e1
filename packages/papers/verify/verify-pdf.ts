import { Buffer } from 'node:buffer'
import { hashOf, readSeal } from '../archive/pdf-seal.ts'
import { checkSignatures, failed, type KnownKey, reportOf, type Verification } from './report.ts'

const tailBytes = 1024

/** A PDF by its seal: the hash of all other bytes, and the check number that its pages carry. */
export function verifyPdf(bytes: Uint8Array, known: readonly KnownKey[]): Verification {
  const sealed = readSeal(bytes)
  if (sealed === 'none') return failed(Buffer.from(bytes.subarray(-tailBytes)).includes('%%EOF') ? 'not-a-pack' : 'cut')
  if (sealed === 'bad') return failed('bad-seal')
  const { seal, rest } = sealed
  const hash = hashOf(rest, seal.contentSha256)
  const ok = hash === seal.sha256 && rest.length === seal.bytes && sealed.atEnd
  const { signatures, problems } = checkSignatures(sealed.signed, sealed.signatures, seal.signedBy, known)
  return reportOf({
    files: [{ path: '', sha256: hash, ok }],
    signatures,
    problems: [...(ok ? [] : [{ code: 'pdf-changed' } as const]), ...problems],
    checkNumber: seal.checkNumber,
  })
}
