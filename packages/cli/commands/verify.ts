import { existsSync } from 'node:fs'
import type { Lang } from '@mimamori/domain'
import { userError } from '@mimamori/formats'
import { describeProblem, type KnownKey, type Verification, verify } from '@mimamori/papers'
import { verifyAnswer } from '../answers.ts'
import { type Command, textOption } from '../command.ts'
import { verifyTrail } from '../verify-trail.ts'

export const verifyCommand: Command = {
  name: 'verify',
  usage: 'mimamori verify FILE [--known FINGERPRINT=NAME,…] [--head HASH] [--json]',
  summary: {
    ja: '検査用一式や、書き出した操作の記録(.jsonl)が、作成時のままかを確かめます',
    en: 'Tell whether a pack or an exported audit trail (.jsonl) is as it was made, and who signed it',
  },
  options: { known: { type: 'string' }, head: { type: 'string' } },
  positionals: [1, 1],
  schema: verifyAnswer,
  async run(call) {
    const path = call.positionals[0] ?? ''
    if (!existsSync(path)) throw userError('file/not-found', { file: path })
    if (path.toLowerCase().endsWith('.jsonl')) return verifyTrail(call, path, knownKeys(textOption(call, 'known')))
    const found = await verify(path, { known: knownKeys(textOption(call, 'known')) })
    const { ok, intact, files, checkNumber, repacked } = found
    const signatures = found.signatures.map(({ by, fingerprint, known }) => ({ by: by ?? '', fingerprint, known }))
    const problems = found.problems.map((problem) => describeProblem(problem, call.lang))
    const more = { ...(checkNumber !== undefined && { checkNumber }), ...(repacked !== undefined && { repacked }) }
    call.answer({ ok, intact, files, signatures, problems, ...more }, () => words(found, problems, call.lang))
    return ok ? 0 : 1
  },
}

function knownKeys(text: string | undefined): readonly KnownKey[] {
  return (text ?? '')
    .split(',')
    .filter((part) => part.includes('='))
    .map((part) => ({ fingerprint: part.slice(0, part.indexOf('=')), name: part.slice(part.indexOf('=') + 1) }))
}

function words(found: Verification, problems: readonly string[], lang: Lang): string {
  const ja = lang === 'ja'
  const number = found.checkNumber === undefined ? [] : [ja ? `照合番号 ${found.checkNumber}` : `Check number ${found.checkNumber}`]
  return [stateWords(found, ja), ...number, ...signatureWords(found, ja), ...problems].join('\n')
}

function stateWords({ intact, repacked }: Verification, ja: boolean): string {
  if (!intact) return ja ? '作成時と違うところがあります。' : 'Something differs from when it was made.'
  if (repacked)
    return ja
      ? 'ファイルはどれも作成時のままです。ZIPは、あとで詰め直されています。'
      : 'Every file is as it was made. The archive around them was packed again.'
  return ja ? 'この一式は作成後に変わっていません。' : 'This pack has not changed since it was made.'
}

/** NOTE: intact and signed by whom are told apart; a key that the reader does not know is never called trusted. */
function signatureWords({ signatures }: Verification, ja: boolean): readonly string[] {
  if (signatures.length === 0) return [ja ? '署名はありません。' : 'It is not signed.']
  return signatures.map(({ by, fingerprint, known, valid }) => {
    if (!valid) return ja ? `鍵 ${fingerprint} の署名は、この内容と合いません。` : `The signature of the key ${fingerprint} does not fit.`
    if (known)
      return ja
        ? `${by ?? fingerprint} の鍵で署名されています(${fingerprint})。`
        : `Signed with the key of ${by ?? fingerprint} (${fingerprint}).`
    return ja
      ? `知らない鍵で署名されています(${fingerprint})。誰の鍵かは、施設に電話などで確かめてください。`
      : `Signed with an unknown key (${fingerprint}). Ask the facility by another way whose key it is.`
  })
}
