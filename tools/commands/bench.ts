import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { note, root } from './root.ts'

const main = join(root, 'bench/main.ts')
if (existsSync(main)) await import(pathToFileURL(main).href)
else note('計測はまだありません（bench/main.ts）。', 'There are no measurements yet (bench/main.ts).')
