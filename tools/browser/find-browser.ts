import { accessSync, constants, existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { unpackedChromium } from './unpack-chromium.ts'

/** What Playwright needs to start a browser: `chromium.launch(await browserLaunch())`. */
export interface BrowserLaunch {
  readonly executablePath: string
  readonly args: string[]
  readonly env: Record<string, string>
}

/** NOTE: never the arguments of @sparticuz/chromium: they switch off web security and process isolation, and tests would prove nothing. */
const launchArgs: readonly string[] = [
  '--no-sandbox',
  '--font-render-hinting=none',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-domain-reliability',
  '--disable-sync',
  '--no-first-run',
  '--no-pings',
]

const installedNames = ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome', 'chrome']
const installedElsewhere = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
]

/** The browser for screen tests: PLAYWRIGHT_CHROMIUM, else the one that came with the dependencies, else an installed one. */
export async function browserLaunch(): Promise<BrowserLaunch> {
  const named = process.env['PLAYWRIGHT_CHROMIUM']
  if (named !== undefined && named !== '') {
    if (!existsSync(named)) throw new Error(`PLAYWRIGHT_CHROMIUM names ${named}, which is not there`)
    return launchOf(named, {})
  }
  const unpacked = await unpackedChromium()
  if (unpacked) return launchOf(unpacked.executablePath, unpacked.env)
  const installed = findInstalled()
  if (installed !== undefined) return launchOf(installed, {})
  throw new Error(
    '画面の試験に使うブラウザーがありません。Chromium か Chrome を導入するか、その場所を PLAYWRIGHT_CHROMIUM に設定してください。\n' +
      'There is no browser for the screen tests. Install Chromium or Chrome, or set PLAYWRIGHT_CHROMIUM to its path.',
  )
}

function launchOf(executablePath: string, env: Record<string, string>): BrowserLaunch {
  return { executablePath, args: [...launchArgs], env: { ...ownEnvironment(), ...env } }
}

function ownEnvironment(): Record<string, string> {
  return Object.fromEntries(Object.entries(process.env).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])))
}

function findInstalled(): string | undefined {
  const folders = (process.env['PATH'] ?? '').split(delimiter)
  const inPath = folders.flatMap((folder) => installedNames.map((name) => join(folder, name)))
  return [...inPath, ...installedElsewhere].find(isExecutable)
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK)
    return true
  } catch {
    return false
  }
}
