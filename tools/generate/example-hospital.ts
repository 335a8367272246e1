import { months } from '../example-hospital/device.ts'
import { registerOf } from '../example-hospital/register.ts'
import { allDevices, scanFilesOf } from '../example-hospital/scan-files.ts'

const folder = 'examples/hospital-180beds'

/** Register and raw scans of the example, from one list of what really stands there. */
export function outputs(): ReadonlyMap<string, string> {
  const scans = months.flatMap((month) =>
    [...scanFilesOf(month)].map(([name, text]) => [`${folder}/scans/${month}/${name}`, text] as const),
  )
  return new Map([[`${folder}/assets.csv`, registerOf(allDevices())] as const, ...scans])
}
