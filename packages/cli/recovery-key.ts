import { existsSync } from 'node:fs'
import { createInterface } from 'node:readline/promises'
import { text } from 'node:stream/consumers'
import { keyFromFile, keyFromText, type RecoveryKey } from '@mimamori/server'
import { type Call, textOption, UsageError } from './command.ts'

/** The recovery key of an existing backup: from its file, else typed by the person at the terminal or piped in. */
export async function askRecoveryKey(call: Call): Promise<RecoveryKey> {
  const file = textOption(call, 'recovery-key-file')
  if (file !== undefined) {
    if (!existsSync(file))
      throw new UsageError({ ja: `復旧キーのファイルがありません: ${file}`, en: `There is no file of a recovery key: ${file}` })
    return (await keyFromFile(file, { create: false })).key
  }
  return keyFromText(process.stdin.isTTY ? await typed(call) : await text(process.stdin))
}

async function typed(call: Call): Promise<string> {
  const lines = createInterface({ input: process.stdin, output: process.stderr })
  try {
    return await lines.question(call.lang === 'ja' ? '復旧キー(4文字ずつ9組): ' : 'Recovery key (nine groups of four): ')
  } finally {
    lines.close()
  }
}
