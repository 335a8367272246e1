import { loadCatalogue } from '@mimamori/catalog'
import { withObservations } from '@mimamori/domain'
import { madeId, readScanFolder } from '@mimamori/formats'
import { generateHospital } from '../tools/generate-hospital/hospital.ts'

/** Takes the scan named on the command line into the hospital of 500 beds and prints what it took: a process of its own. */
const picture = generateHospital(loadCatalogue().reference.items)
const before = process.resourceUsage().maxRSS / 1024
const begun = performance.now()
const { scans } = await readScanFolder(process.argv[2] ?? '')
const observations = scans.flatMap((scan) => scan.observations)
const { picture: after } = withObservations(picture, observations, (slice, key) => madeId(slice, picture.facility, key))
const seconds = (performance.now() - begun) / 1000
const megabytes = process.resourceUsage().maxRSS / 1024
process.stdout.write(
  `${observations.length} devices seen, ${after.slices.assets.length} in all, in ${seconds.toFixed(1)} s, ${megabytes.toFixed(0)} MB of memory at most, ${before.toFixed(0)} MB of them before it began\n`,
)
