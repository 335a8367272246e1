import { type Offline, openOffline } from '@mimamori/server'
import { type Call, textOption, UsageError } from './command.ts'
import { defaultDataFolder, examplesFolder } from './paths.ts'

/** Works on the store of a server that is not running, in the name of `--login`, and closes it again. */
export async function withStore<T>(call: Call, work: (store: Offline) => Promise<T>): Promise<T> {
  const login = loginOption(textOption(call, 'login'))
  const store = await openOffline({ env: process.env, defaultFolder: defaultDataFolder, examplesFolder, login, tell: call.note })
  try {
    return await work(store)
  } finally {
    await store.stop()
  }
}

function loginOption(value: string | undefined): string {
  if (value !== undefined) return value
  throw new UsageError({
    ja: '--login に、画面に入るときのログインIDを書いてください。記録に残ります。',
    en: 'Give the login that you use on the screen with --login; it is kept in the audit trail.',
  })
}
