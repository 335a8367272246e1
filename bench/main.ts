import { benchKernel } from './kernel.ts'
import { calibrate } from './measure.ts'

const before = calibrate()
process.stdout.write(`machine: ${before.toFixed(1)} ms for the fixed piece of arithmetic (5,000,000 steps)\n`)
for (const bench of [benchKernel]) for (const text of bench()) process.stdout.write(`${text}\n`)
process.stdout.write(`machine afterwards: ${calibrate().toFixed(1)} ms\n`)
