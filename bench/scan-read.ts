import { openScan } from '@mimamori/formats'

/** Reads the scan named on the command line and prints what it took: a process of its own, so that the memory is its alone. */
const begun = performance.now()
let devices = 0
const { items } = await openScan(process.argv[2] ?? '')
for await (const item of items) if (item.kind === 'observation') devices++
const seconds = (performance.now() - begun) / 1000
const megabytes = process.resourceUsage().maxRSS / 1024
process.stdout.write(`${devices} devices in ${seconds.toFixed(1)} s, ${megabytes.toFixed(0)} MB of memory at most\n`)
