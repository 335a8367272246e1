import type { RegisterView } from '@mimamori/contract'
import type { Text } from '@mimamori/domain'
import type { Named, Names } from './field-table.ts'

/** What a form has to choose from, in the language of the page. */
export function namesOf({ kinds, services, ...names }: RegisterView['names'], say: (text: Text) => string): Names {
  const said = (list: readonly { readonly id: string; readonly name: Text }[]): readonly Named[] =>
    list.map(({ id, name }) => ({ id, name: say(name) }))
  return { ...names, kinds: said(kinds), services: said(services) }
}
