import { mkdir, mkdtemp, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { readFolder, writeFolder } from '@mimamori/formats'
import { manyTimes } from './many-times.ts'

const examples = fileURLToPath(new URL('../../../examples', import.meta.url))

/** A folder of examples that holds one of ours so many times as large, under the same name; the caller removes it. */
export async function largerExample(example: string, times: number): Promise<string> {
  const place = await mkdtemp(join(tmpdir(), 'mimamori-examples-'))
  const read = await readFolder(join(examples, example))
  const { picture, files } = manyTimes(read.picture, times)
  await mkdir(join(place, '.bytes'))
  const evidence = new Map(read.evidence)
  for (const [sha256, text] of files) {
    const path = join(place, '.bytes', sha256)
    await writeFile(path, text)
    evidence.set(sha256, path)
  }
  await writeFolder(picture, join(place, example), { evidence })
  return place
}
