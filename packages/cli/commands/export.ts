import { exportAnswer } from '../answers.ts'
import { type Command, textOption } from '../command.ts'
import { withStore } from '../with-store.ts'

export const exportCommand: Command = {
  name: 'export',
  usage: 'mimamori export FOLDER --login LOGIN [--facility ID] [--json]',
  summary: {
    ja: '施設を、Excelやメモ帳で開けるフォルダーに書き出します(サーバは止めてから)',
    en: 'Write a facility as a folder that Excel and any editor can open; the server must not be running',
  },
  options: { login: { type: 'string' }, facility: { type: 'string' } },
  positionals: [1, 1],
  schema: exportAnswer,
  async run(call) {
    const folder = call.positionals[0] ?? ''
    const made = await withStore(call, (store) => store.exportFolder(textOption(call, 'facility'), folder))
    call.answer({ ...made, folder }, () =>
      call.lang === 'ja' ? `${folder} に書き出しました(${made.files}ファイル)。` : `Written to ${folder} (${made.files} files).`,
    )
    return 0
  },
}
