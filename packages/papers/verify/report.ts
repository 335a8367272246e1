import type { Lang } from '@mimamori/domain'
import { isSignedBy, type Signature } from '../archive/signer.ts'
import { sayPlain } from '../paper/say.ts'
import { type PaperText, textOf } from '../text/index.ts'

export interface KnownKey {
  readonly fingerprint: string
  readonly name: string
}

export type ProblemCode = keyof PaperText['verify']

export interface VerifyProblem {
  readonly code: ProblemCode
  /** Path of the file, or fingerprint of the key. */
  readonly path?: string
}

export interface VerifiedFile {
  readonly path: string
  readonly sha256: string
  readonly ok: boolean
}

export interface VerifiedSignature {
  /** Name under which the reader knows the key; undefined for an unknown key, whatever it says of itself. */
  readonly by?: string
  readonly fingerprint: string
  readonly known: boolean
  readonly valid: boolean
}

export interface Verification {
  /** Nothing changed, nothing missing or added, and every signature that there should be is valid. */
  readonly ok: boolean
  /** The contents are those that were made; says nothing of who made them. */
  readonly intact: boolean
  readonly files: readonly VerifiedFile[]
  readonly signatures: readonly VerifiedSignature[]
  readonly problems: readonly VerifyProblem[]
  readonly checkNumber?: string
  /** True for a ZIP whose wrapping is not the one that was made, though every file in it is. */
  readonly repacked?: boolean
}

const aboutSignatures: readonly ProblemCode[] = ['bad-signature', 'signature-missing', 'signature-added']

export function reportOf(parts: Omit<Verification, 'ok' | 'intact'>): Verification {
  return { ...parts, ok: parts.problems.length === 0, intact: parts.problems.every((one) => aboutSignatures.includes(one.code)) }
}

export function failed(code: ProblemCode): Verification {
  return reportOf({ files: [], signatures: [], problems: [{ code }] })
}

/** The problem in one sentence. */
export function describeProblem(problem: VerifyProblem, lang: Lang): string {
  return sayPlain(textOf(lang).verify[problem.code], { path: problem.path ?? '' })
}

/** Who signed these bytes, and which signatures are bad, gone or came later. */
export function checkSignatures(
  signed: Uint8Array,
  stored: readonly Signature[],
  expected: readonly string[],
  known: readonly KnownKey[],
): { readonly signatures: readonly VerifiedSignature[]; readonly problems: readonly VerifyProblem[] } {
  const signatures = stored.map((one) => {
    const valid = isSignedBy(signed, one)
    const key = valid ? known.find((other) => other.fingerprint === one.fingerprint) : undefined
    return { fingerprint: one.fingerprint, known: key !== undefined, valid, ...(key && { by: key.name }) }
  })
  const bad = signatures.filter((one) => !one.valid).map((one) => ({ code: 'bad-signature', path: one.fingerprint }) as const)
  const gone = expected.filter((fingerprint) => !stored.some((one) => one.fingerprint === fingerprint))
  const added = signatures.filter(
    (one, n) => !expected.includes(one.fingerprint) || stored.findIndex((other) => other.fingerprint === one.fingerprint) < n,
  )
  return {
    signatures,
    problems: [
      ...bad,
      ...gone.map((path) => ({ code: 'signature-missing', path }) as const),
      ...added.map((one) => ({ code: 'signature-added', path: one.fingerprint }) as const),
    ],
  }
}
