import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { months } from '../example-hospital/device.ts'
import { registerOf } from '../example-hospital/register.ts'
import { allDevices, consoleAfterUpdate, scanFilesOf } from '../example-hospital/scan-files.ts'

const folder = 'examples/hospital-180beds'

/** Register and raw scans of the example, from one list of what really stands there. */
export function outputs(root: string): ReadonlyMap<string, string> {
  if (!existsSync(join(root, folder))) return new Map()
  const scans = months.flatMap((month) =>
    [...scanFilesOf(month)].map(([name, text]) => [`${folder}/scans/${month}/${name}`, text] as const),
  )
  const after = [...consoleAfterUpdate()].map(([name, text]) => [`${folder}-after-update/${name}`, text] as const)
  return new Map([[`${folder}/assets.csv`, registerOf(allDevices())] as const, ...scans, ...after])
}
