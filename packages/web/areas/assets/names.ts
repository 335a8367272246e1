import type { RegisterView } from '@mimamori/contract'
import type { Text } from '@mimamori/domain'
import type { Names } from './field-table.ts'

/** What a form has to choose from, in the language of the page. */
export function namesOf({ kinds, ...names }: RegisterView['names'], say: (text: Text) => string): Names {
  return { ...names, kinds: kinds.map(({ id, name }) => ({ id, name: say(name) })) }
}
