import { z } from 'zod'
import { failure, type Totals, withoutReport } from './totals.ts'

interface ScreenSuite {
  specs: {
    title: string
    ok: boolean
    file: string
    line: number
    tests: { status: string; results: { error?: { message?: string | undefined } | undefined }[] }[]
  }[]
  suites?: ScreenSuite[] | undefined
}
const screenTest = z.object({
  status: z.string(),
  results: z.array(z.object({ error: z.object({ message: z.string().optional() }).optional() })),
})
const screenSuite: z.ZodType<ScreenSuite> = z.object({
  specs: z.array(z.object({ title: z.string(), ok: z.boolean(), file: z.string(), line: z.number(), tests: z.array(screenTest) })),
  suites: z.lazy(() => z.array(screenSuite).optional()),
})
const screenReport = z.object({
  stats: z.object({ expected: z.number(), unexpected: z.number(), flaky: z.number(), skipped: z.number() }),
  suites: z.array(screenSuite),
})

/** What Playwright's report says; `code`: with what its process ended. */
export function screenTotals(report: unknown, code: number): Totals {
  const answer = screenReport.safeParse(report)
  if (!answer.success) return withoutReport('e2e')
  const { expected, unexpected, flaky, skipped } = answer.data.stats
  const specs = answer.data.suites.flatMap(specsOf)
  const passed = { passed: expected + flaky, skipped, atSecondTry: specs.filter(isFlaky).map(nameOf) }
  if (unexpected === 0 && code !== 0)
    return { ...passed, failed: 1, failures: ['e2e: an error outside of any test; its words stand above'] }
  return { ...passed, failed: unexpected, failures: specs.filter(({ ok }) => !ok).map(failureOf) }
}

type Spec = ScreenSuite['specs'][number]

function specsOf({ specs, suites = [] }: ScreenSuite): readonly Spec[] {
  return [...specs, ...suites.flatMap(specsOf)]
}

function isFlaky({ tests }: Spec): boolean {
  return tests.some(({ status }) => status === 'flaky')
}

function placeOf({ file, line }: Spec): string {
  return `e2e/${file}:${line}`
}

function nameOf(spec: Spec): string {
  return `${placeOf(spec)} › ${spec.title}`
}

function failureOf(spec: Spec): string {
  const errors = spec.tests.flatMap(({ results }) => results.map(({ error }) => error?.message))
  return failure(placeOf(spec), spec.title, errors.find((message) => message !== undefined) ?? '')
}
