import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { root } from './root.ts'

await import(pathToFileURL(join(root, 'bench/backup-fixture.ts')).href)
