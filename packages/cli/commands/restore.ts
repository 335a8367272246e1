import { isSound, type Loaded, restoreBackup } from '@mimamori/server'
import { restoreAnswer } from '../answers.ts'
import type { Call, Command } from '../command.ts'
import { defaultDataFolder } from '../paths.ts'
import { askRecoveryKey } from '../recovery-key.ts'

export const restoreCommand: Command = {
  name: 'restore',
  usage: 'mimamori restore FILE [--recovery-key-file FILE] [--json]',
  summary: {
    ja: '控えを空の設置に戻します(サーバは止めてから)',
    en: 'Restore a backup into an empty installation; the server must not be running',
  },
  options: { 'recovery-key-file': { type: 'string' } },
  positionals: [1, 1],
  schema: restoreAnswer,
  async run(call) {
    const key = await askRecoveryKey(call)
    const file = call.positionals[0] ?? ''
    const { dataFolder, ...loaded } = await restoreBackup({
      env: process.env,
      defaultFolder: defaultDataFolder,
      file,
      key,
      tell: call.note,
    })
    const ok = isSound(loaded)
    call.answer({ ok, folder: dataFolder, ...loaded }, () => words(call, loaded))
    return ok ? 0 : 1
  },
}

function words(call: Call, loaded: Loaded): string {
  const ja = call.lang === 'ja'
  const { rows, files, madeAt, audit, keys, kept } = loaded
  return [
    ja
      ? `${madeAt} の控えを戻しました(${rows}行、${files}ファイル)。利用者は、もう一度ログインしてください。`
      : `The backup of ${madeAt} was restored (${rows} rows, ${files} files). Everybody signs in again.`,
    ja
      ? `操作の記録 ${audit.intact}/${audit.trails} 本が無傷、署名の鍵 ${keys.opened}/${keys.stored} 本が使えます。資料は ${kept.present}/${kept.rows} 件あります。`
      : `Audit trails intact: ${audit.intact} of ${audit.trails}. Signing keys that open: ${keys.opened} of ${keys.stored}. Files present: ${kept.present} of ${kept.rows}.`,
    ja
      ? '脆弱性情報(フィード)は控えに入っていません。使っていたら、mimamori feeds import FILE… で取り込み直してください。'
      : 'Feeds of weaknesses are in no backup. If they were used, take them in again by mimamori feeds import FILE….',
  ].join('\n')
}
