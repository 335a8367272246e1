import { resolve } from 'node:path'
import { keyFromFile, type MadeBackup, makeBackup, newRecoveryKey, printRecoveryKey, type RecoveryKey } from '@mimamori/server'
import { backupAnswer } from '../answers.ts'
import { type Call, type Command, textOption, UsageError } from '../command.ts'
import { defaultDataFolder } from '../paths.ts'

export const backupCommand: Command = {
  name: 'backup',
  usage: 'mimamori backup -o FILE [--recovery-key-file FILE] [--json]',
  summary: {
    ja: 'すべてのデータを、暗号化した1つのファイルに控えます(サーバは動いたままでかまいません)',
    en: 'Keep all data in one encrypted file; the server may go on running',
  },
  options: { output: { type: 'string', short: 'o' }, 'recovery-key-file': { type: 'string' } },
  positionals: [0, 0],
  schema: backupAnswer,
  async run(call) {
    const output = textOption(call, 'output')
    if (output === undefined) throw new UsageError({ ja: '-o に控えのファイル名を書いてください。', en: 'Name the backup file with -o.' })
    const file = resolve(output)
    const { key, isNew } = await keyFor(call)
    const made = await makeBackup({ env: process.env, defaultFolder: defaultDataFolder, file, key, tell: call.note })
    const { bytes, sha256, schema, tables, rows, files, damaged } = made
    const shown = isNew ? printRecoveryKey(key) : undefined
    call.answer({ file, bytes, sha256, schema, tables, rows, files, damaged, ...(shown !== undefined && { recoveryKey: shown }) }, () =>
      words(call, file, made, shown),
    )
    return damaged === 0 ? 0 : 1
  },
}

async function keyFor(call: Call): Promise<{ key: RecoveryKey; isNew: boolean }> {
  const file = textOption(call, 'recovery-key-file')
  return file === undefined ? { key: newRecoveryKey(), isNew: true } : keyFromFile(file, { create: true })
}

function words(call: Call, file: string, made: MadeBackup, key: string | undefined): string {
  const ja = call.lang === 'ja'
  const megabytes = (made.bytes / 1024 / 1024).toFixed(1)
  const lines = [
    ja
      ? `${file} に控えました(${megabytes}MB、${made.rows}行、${made.files}ファイル)。`
      : `Kept in ${file} (${megabytes} MB, ${made.rows} rows, ${made.files} files).`,
    ...(made.damaged === 0
      ? []
      : [
          ja
            ? `保存したときと内容の違うファイルが${made.damaged}件あります。そのまま控えました。`
            : `${made.damaged} files are not as they were stored; they were kept as they are.`,
        ]),
  ]
  if (key === undefined) return lines.join('\n')
  const note = ja
    ? '復旧キーは今だけ表示します。紙に書き写し、控えとは別の場所(金庫など)に保管してください。これがないと、だれにも戻せません。'
    : 'The recovery key is shown this once. Write it on paper and keep it apart from the backup, such as in the safe. Nobody can restore without it.'
  return [...lines, '', `  ${key}`, '', note].join('\n')
}
