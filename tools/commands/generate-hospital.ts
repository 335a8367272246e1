import { parseArgs } from 'node:util'
import { usualSeed, writeHospital } from '../generate-hospital/hospital.ts'

const { values, positionals } = parseArgs({ args: process.argv.slice(2), options: { seed: { type: 'string' } }, allowPositionals: true })
const seed = Number(values.seed ?? usualSeed)
const folder = positionals[0] ?? 'examples/hospital-500beds'
if (!Number.isSafeInteger(seed)) {
  console.error('--seed は整数です。\n--seed is a whole number.')
  process.exit(2)
}
const { files, picture } = await writeHospital(folder, seed)
const { systems, vendors, sheets, answers } = picture.slices
console.log(
  `${folder}: ${files} files, ${vendors.length} vendors, ${systems.length} systems, ${sheets.length} sheets, ${answers.length} answers`,
)
