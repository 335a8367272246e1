import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { buildWeb } from '../web/build.ts'
import { note, root } from './root.ts'

const failed = await buildWeb(root, () => note('画面を組み立てています…', 'Building the screens…'))
if (failed !== undefined) {
  console.error(failed)
  note(
    '画面を組み立てられませんでした。上の内容を確かめて、もう一度実行してください。',
    'The screens could not be built. Please look at the lines above and run this again.',
  )
  process.exit(4)
}

const main = join(root, 'packages/cli/main.ts')
if (!existsSync(main)) {
  note('packages/cli/main.ts がまだありません。', 'packages/cli/main.ts is not there yet.')
  process.exit(4)
}
process.argv.splice(1, 1, main, 'serve')
await import(pathToFileURL(main).href)
