import { writeIds } from '@mimamori/formats'
import { importAnswer } from '../answers.ts'
import type { Call, Command } from '../command.ts'
import { withStore } from '../with-store.ts'

export const importCommand: Command = {
  name: 'import',
  usage: 'mimamori import FOLDER --login LOGIN [--write-ids] [--json]',
  summary: {
    ja: '施設フォルダーを、止めてあるサーバに新しい施設として読み込みます',
    en: 'Load a facility folder as a new facility into the server, which must not be running',
  },
  options: { login: { type: 'string' }, 'write-ids': { type: 'boolean' } },
  positionals: [1, 1],
  schema: importAnswer,
  async run(call) {
    if (call.values['write-ids'] === true) await writeMissingIds(call)
    const made = await withStore(call, (store) => store.importFolder(call.positionals[0] ?? ''))
    const words =
      call.lang === 'ja' ? `${made.name} を読み込みました(${made.records}件)。` : `${made.name} was loaded (${made.records} records).`
    call.answer(made, () => words)
    return 0
  },
}

/** Rows without an id get the one that the reading would give them, written into the folder's own files. */
async function writeMissingIds(call: Call): Promise<void> {
  const { written, left } = await writeIds(call.positionals[0] ?? '')
  call.note({
    ja: `識別番号を書き込みました:${written.length}ファイル(残り${left.length})`,
    en: `Ids were written into ${written.length} files (${left.length} left as they are)`,
  })
}
