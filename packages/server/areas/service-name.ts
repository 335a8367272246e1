import type { ServiceOfCare, Text } from '@mimamori/domain'
import type { Kept } from './kept.ts'

/** What care is called: its own name, else that of its kind as the ten questions have it. */
export function serviceName(now: Pick<Kept, 'catalogue'>, { id, name, kind }: ServiceOfCare): { id: string; name: Text } {
  const parts = now.catalogue.tenQuestions.flatMap((question) => question.parts)
  const words = parts.find((part) => part.sets === 'services.kind')?.choices?.find((choice) => choice.code === kind)?.text
  return { id, name: name === undefined ? (words ?? { ja: kind, en: kind }) : { ja: name, en: name } }
}
