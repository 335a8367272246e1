import { loadCatalogue } from '@mimamori/catalog'
import { type Assessed, assess, ruleSetFor } from '@mimamori/domain'
import { readFolder } from '@mimamori/formats'
import type { Call } from './command.ts'

/** A facility folder, read and assessed; what could not be read is told on standard error. */
export async function assessFolder(path: string, call: Call): Promise<Assessed> {
  const catalogue = loadCatalogue()
  const { picture, problems } = await readFolder(path, { items: catalogue.reference.items })
  for (const problem of problems) call.note(problemText(problem))
  return assess(ruleSetFor(catalogue), { picture, catalogue, asOf: call.asOf })
}

function problemText({
  place,
  message,
  action,
}: {
  place?: object
  message: { ja: string; en: string }
  action: { ja: string; en: string }
}): { ja: string; en: string } {
  const where = Object.values(place ?? {}).join(', ')
  return { ja: `${where}:${message.ja}${action.ja}`, en: `${where}: ${message.en} ${action.en}` }
}
