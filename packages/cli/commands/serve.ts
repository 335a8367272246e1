import { type RunningServer, startServer } from '@mimamori/server'
import type { Call, Command } from '../command.ts'
import { defaultDataFolder, examplesFolder, webFolder } from '../paths.ts'

export const serveCommand: Command = {
  name: 'serve',
  usage: 'mimamori serve',
  summary: { ja: 'サーバを起動します(npm start と同じ)', en: 'Start the server (what npm start does)' },
  positionals: [0, 0],
  async run(call) {
    const server = await startServer({
      env: process.env,
      defaultFolder: defaultDataFolder,
      examplesFolder,
      webFolder: webFolder(),
      tell: call.note,
    })
    tellAddress(server, call)
    const why = await untilStopped(server)
    if (why === 'database-ended') {
      call.note({
        ja: 'データベースが終わりました。もう一度 npm start を実行してください。',
        en: 'The database has ended. Please run npm start again.',
      })
      await server.stop().catch(() => undefined)
      process.exit(4)
    }
    call.note({ ja: '終了しています…', en: 'Stopping…' })
    await server.stop()
    process.exit(0)
  },
}

function tellAddress(server: RunningServer, call: Call): void {
  call.note({ ja: `見守りを ${server.url} で開けます。終了は Ctrl-C です。`, en: `Mimamori is at ${server.url}. Ctrl-C stops it.` })
  call.note({ ja: `データの場所:${server.dataFolder}`, en: `Data: ${server.dataFolder}` })
  if (server.setupUrl === undefined) return
  call.note({
    ja: `最初の1回だけ使える設定用のリンクです。この画面を見ている方だけが開いてください。\n${server.setupUrl}`,
    en: `This link works once, for the first set-up. Only the person at this screen should open it.\n${server.setupUrl}`,
  })
}

function untilStopped(server: RunningServer): Promise<'asked' | 'database-ended'> {
  return new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => resolve('asked'))
    void server.ended.then(() => resolve('database-ended'))
  })
}
