import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'

setFlagsFromString('--expose-gc')
const collect = runInNewContext('gc') as () => void // the flag above makes it

/** Bytes of the heap that somebody still holds: what other tests of the worker have left lying about is collected first. */
export function bytesKept(): number {
  collect()
  collect()
  return process.memoryUsage().heapUsed
}
