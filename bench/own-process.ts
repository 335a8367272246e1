import { spawnSync } from 'node:child_process'

const megabyte = 1_000_000

/** Tells at its end how much memory the process held at most; the only word about it that the process itself has. */
const tellMemory = `data:text/javascript,process.on("exit",()=>process.stderr.write("\\nmaxRSS=" + process.resourceUsage().maxRSS))`

export interface OwnProcess {
  readonly megabytesAtMost: number
  readonly seconds: number
  readonly output: string
}

/** Time and memory of a program of ours in a process of its own. */
export function ownProcess(args: readonly string[], { expected = [0] }: { readonly expected?: readonly number[] } = {}): OwnProcess {
  const begun = performance.now()
  const { stdout, stderr, status } = spawnSync(process.execPath, ['--import', tellMemory, ...args], {
    encoding: 'utf8',
    maxBuffer: 100 * megabyte,
  })
  const kibibytes = /maxRSS=(\d+)/.exec(stderr)?.[1]
  if (kibibytes === undefined || !expected.includes(status ?? -1)) throw new Error(`the program failed: ${stderr.slice(-500)}`)
  return { megabytesAtMost: (Number(kibibytes) * 1024) / megabyte, seconds: (performance.now() - begun) / 1000, output: stdout }
}
