import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { basename } from 'node:path'
import { createInterface } from 'node:readline'
import { pipeline } from 'node:stream/promises'
import type { Text } from '@mimamori/domain'
import type { KnownKey } from '@mimamori/papers'
import { type AuditVerdict, auditProblemTexts, verifyAudit } from '@mimamori/server'
import { type Call, type ExitStatus, textOption, UsageError } from './command.ts'

/** `mimamori verify audit.jsonl`: with the file alone, and the head that a pack prints where one is at hand. */
export async function verifyTrail(call: Call, path: string, known: readonly KnownKey[]): Promise<ExitStatus> {
  const hashStart = headOption(call)
  const lines = createInterface({ input: createReadStream(path), crlfDelay: Number.POSITIVE_INFINITY })
  const verdict = await verifyAudit(lines, hashStart === undefined ? undefined : { hashStart })
  const { isIntact, isEndProven, entries, head, signed } = verdict
  const ok = isIntact && isEndProven
  const problems = problemsOf(verdict).map((text) => text[call.lang])
  const name = signed && known.find(({ fingerprint }) => fingerprint === signed.fingerprint)?.name
  const signatures = signed?.isValid
    ? [{ by: name ?? signed.organisation, fingerprint: signed.fingerprint, known: name !== undefined }]
    : []
  const files = [{ path: basename(path), sha256: await hashOf(path), ok: isIntact }]
  call.answer({ ok, intact: isIntact, files, signatures, problems, entries, head, endProven: isEndProven }, () =>
    [...wordsOf(verdict, signatures[0]).map((text) => text[call.lang]), ...problems].join('\n'),
  )
  return ok ? 0 : 1
}

const shortest = 12

function headOption(call: Call): string | undefined {
  const typed = textOption(call, 'head')
  if (typed === undefined) return undefined
  const head = typed.normalize('NFKC').toLowerCase().replace(/[\s-]/g, '')
  if (head.length < shortest || head.length > 64 || !/^[0-9a-f]+$/.test(head))
    throw new UsageError({
      ja: '--head には、一式の表紙にある「操作の記録の末尾」を12文字以上で書いてください。',
      en: 'Give --head at least twelve characters of the end of the audit trail that the pack prints.',
    })
  return head
}

function problemsOf({ problems, isIntact, isEndProven }: AuditVerdict): readonly Text[] {
  const found = problems.map(({ kind, line, seq }) => {
    const says = auditProblemTexts[kind]
    if (line === undefined) return says
    const number = seq === undefined ? { ja: '', en: '' } : { ja: `(番号${seq})`, en: ` (number ${seq})` }
    return { ja: `${line}行目${number.ja}:${says.ja}`, en: `Line ${line}${number.en}: ${says.en}` }
  })
  if (!isIntact || isEndProven) return found
  const unproven = {
    ja: '署名された末尾がないため、末尾が切り取られていないかはわかりません。一式に印刷された末尾を --head で指定してください。',
    en: 'There is no signed end, so that a cut end would not show. Give the end that a pack prints with --head.',
  }
  return [...found, unproven]
}

function wordsOf(
  { isIntact, entries, head }: AuditVerdict,
  signature: { by: string; fingerprint: string; known: boolean } | undefined,
): readonly Text[] {
  const first = isIntact
    ? { ja: `${entries}行すべて、書かれたときのままです。`, en: `All ${entries} lines are as they were written.` }
    : { ja: '書かれたときと違うところがあります。', en: 'Something differs from when it was written.' }
  const end = { ja: `末尾:番号${head.seq}、${head.hash}`, en: `End: number ${head.seq}, ${head.hash}` }
  if (!signature) return [first, end]
  const { by, fingerprint, known } = signature
  const signed = known
    ? { ja: `末尾は ${by} の鍵で署名されています(${fingerprint})。`, en: `The end is signed with the key of ${by} (${fingerprint}).` }
    : {
        ja: `末尾は知らない鍵で署名されています(${fingerprint})。誰の鍵かは、施設に電話などで確かめてください。`,
        en: `The end is signed with an unknown key (${fingerprint}). Ask the facility by another way whose key it is.`,
      }
  return [first, end, signed]
}

async function hashOf(path: string): Promise<string> {
  const hash = createHash('sha256')
  await pipeline(createReadStream(path), hash)
  return hash.digest('hex')
}
