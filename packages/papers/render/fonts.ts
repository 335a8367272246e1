import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { common, type Glyphs, readGlyphs } from './glyphs.ts'

const require = createRequire(import.meta.url)

const files = [
  '@expo-google-fonts/biz-udpgothic/400Regular/BIZUDPGothic_400Regular.ttf',
  '@expo-google-fonts/biz-udpgothic/700Bold/BIZUDPGothic_700Bold.ttf',
  '@expo-google-fonts/biz-udgothic/400Regular/BIZUDGothic_400Regular.ttf',
] as const

/** The faces that are embedded: BIZ UDPGothic in two weights, and the fixed-width one for codes. */
export function readFonts(): readonly Buffer[] {
  return files.map((file) => readFileSync(require.resolve(file)))
}

let known: Glyphs | undefined

/** Letters that both weights have; read once. */
export function knownGlyphs(): Glyphs {
  known ??= common(readFonts().slice(0, 2).map(readGlyphs))
  return known
}
