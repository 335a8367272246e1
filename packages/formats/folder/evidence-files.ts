import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import type { Evidence } from '@mimamori/domain'
import { type Problem, problem } from '../errors.ts'

export const evidenceFolder = 'evidence'

export interface EvidenceFiles {
  /** Where the bytes of a SHA-256 lie. */
  readonly files: ReadonlyMap<string, string>
  readonly problems: readonly Problem[]
  /** Files that no evidence names. */
  readonly unused: readonly string[]
}

/** Checks every file of evidence against the hash it is kept under; a changed one is told and not handed on. */
export async function checkEvidence(folder: string, evidence: readonly Evidence[]): Promise<EvidenceFiles> {
  const entries = await readdir(join(folder, evidenceFolder), { withFileTypes: true }).catch(() => [])
  // NOTE: a link could lead out of the folder, and what it leads to would be taken along as evidence.
  const names = entries.filter((entry) => entry.isFile()).map((entry) => entry.name)
  const byHash = new Map(names.map((name) => [name.slice(0, 64).toLowerCase(), name]))
  const files = new Map<string, string>()
  const problems: Problem[] = []
  const used = new Set<string>()
  for (const { name, sha256 } of evidence) {
    if (sha256 === undefined) continue
    const found = byHash.get(sha256)
    if (found === undefined) {
      problems.push(problem('evidence/missing', { file: 'evidence.csv' }, { name }))
      continue
    }
    used.add(found)
    const path = join(folder, evidenceFolder, found)
    if ((await sha256OfFile(path)) === sha256) files.set(sha256, path)
    else problems.push(problem('evidence/changed', { file: `${evidenceFolder}/${found}` }, { name }))
  }
  return { files, problems, unused: names.filter((name) => !used.has(name)).map((name) => `${evidenceFolder}/${name}`) }
}

export async function sha256OfFile(path: string): Promise<string> {
  const hash = createHash('sha256')
  for await (const piece of createReadStream(path)) hash.update(piece as Uint8Array) // a file stream gives bytes
  return hash.digest('hex')
}
