import { seconds } from './root.ts'
import { runChecks } from './run-checks.ts'

const started = performance.now()
const { passed, failed } = await runChecks(process.argv.slice(2))
console.log(`checks: ${passed} passed, ${failed} failed (${seconds(started)})`)
process.exitCode = failed === 0 ? 0 : 1
