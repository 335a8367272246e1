import { existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { homedir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { z } from 'zod'

export interface UnpackedChromium {
  readonly executablePath: string
  /** For the browser alone: bare machines lack the NSS libraries. */
  readonly env: Record<string, string>
}

const archives = ['chromium.br', 'al2023.tar.br', 'fonts.tar.br', 'swiftshader.tar.br']
const manifest = z.object({ version: z.string() })

/** The browser of @sparticuz/chromium (Linux on x64 only), unpacked once per version into our own cache folder. */
export async function unpackedChromium(): Promise<UnpackedChromium | undefined> {
  if (process.platform !== 'linux' || process.arch !== 'x64') return undefined
  const home = packageFolder()
  if (home === undefined) return undefined
  const { version } = manifest.parse(JSON.parse(readFileSync(join(home, 'package.json'), 'utf8')))
  const folder = join(cacheFolder(), `chromium-${version}`)
  if (!existsSync(join(folder, 'chromium'))) await unpack(join(home, 'bin'), folder)
  const libraries = [join(folder, 'al2023/lib'), process.env['LD_LIBRARY_PATH']].filter((path) => path !== undefined && path !== '')
  const fonts = existsSync('/etc/fonts/fonts.conf') ? {} : { FONTCONFIG_PATH: join(folder, 'fonts') }
  return { executablePath: join(folder, 'chromium'), env: { LD_LIBRARY_PATH: libraries.join(':'), ...fonts } }
}

function cacheFolder(): string {
  return join(process.env['XDG_CACHE_HOME'] ?? join(homedir(), '.cache'), 'mimamori')
}

function packageFolder(): string | undefined {
  try {
    return join(dirname(fileURLToPath(import.meta.resolve('@sparticuz/chromium'))), '..')
  } catch {
    return undefined
  }
}

/** NOTE: the package unpacks into the temp folder and reuses whatever lies there, so it gets a temp folder of ours; renamed when complete. */
async function unpack(archiveFolder: string, folder: string): Promise<void> {
  mkdirSync(dirname(folder), { recursive: true })
  const fresh = mkdtempSync(`${folder}-unpacking-`)
  const before = process.env['TMPDIR']
  process.env['TMPDIR'] = fresh
  try {
    const { inflate } = await import('@sparticuz/chromium')
    await Promise.all(archives.map((name) => inflate(join(archiveFolder, name))))
  } finally {
    if (before === undefined) delete process.env['TMPDIR']
    else process.env['TMPDIR'] = before
  }
  writeFileSync(join(fresh, 'fonts', 'fonts.conf'), fontSettings(join(folder, 'fonts')))
  moveIntoPlace(fresh, folder)
}

/** The settings that come along name folders of a cloud service. */
function fontSettings(folder: string): string {
  return `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig><dir>${folder}</dir><cachedir>${folder}/cache</cachedir></fontconfig>
`
}

/** Another process may have been faster; then its copy stays. */
function moveIntoPlace(fresh: string, folder: string): void {
  try {
    renameSync(fresh, folder)
  } catch (error) {
    rmSync(fresh, { recursive: true, force: true })
    if (!existsSync(join(folder, 'chromium'))) throw error
  }
}
