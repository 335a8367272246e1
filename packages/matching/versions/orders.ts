import type { VersionFamily } from '@mimamori/domain'
import { alliedTelesis } from './allied-telesis.ts'
import { asa } from './asa.ts'
import { ciscoIos } from './cisco-ios.ts'
import { dotted } from './dotted.ts'
import { fortios } from './fortios.ts'
import { ivanti } from './ivanti.ts'
import { junos } from './junos.ts'
import { compareKeys } from './key.ts'
import { netscaler } from './netscaler.ts'
import type { VersionOrder } from './order.ts'
import { panos } from './panos.ts'
import { qnap } from './qnap.ts'
import { semver } from './semver.ts'
import { sonicos } from './sonicos.ts'
import { windows } from './windows.ts'
import { yamaha } from './yamaha.ts'

const orders: Readonly<Record<VersionFamily, VersionOrder>> = {
  dotted,
  semver,
  fortios,
  ivanti,
  netscaler,
  panos,
  asa,
  'cisco-ios': ciscoIos,
  sonicos,
  yamaha,
  'allied-telesis': alliedTelesis,
  junos,
  qnap,
  windows,
}

/** How versions of a family are read and ordered. The update of a CPE name joins its version with a blank: `21.4 r3-s5`, `9.1 r11.4`. */
export function orderOf(family: VersionFamily): VersionOrder {
  return orders[family]
}

/** Which of two versions comes first, as `compareKeys` says it; `undefined` where one of them is no version of the family. */
export function compareVersions(family: VersionFamily, a: string, b: string): number | undefined {
  const [left, right] = [orders[family].parse(a), orders[family].parse(b)]
  return left && right && compareKeys(left, right)
}
