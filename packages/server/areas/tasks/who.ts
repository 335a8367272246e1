import type { Person, Picture } from '@mimamori/domain'

/**
 * The one of the facility's list of people who is signed in: of the same name, whatever the spaces in it. NOTE: an account may belong
 * to somebody whom the list does not have; two of one name in the list are nobody, since tasks must not go to the wrong desk.
 */
export function personNamed({ slices }: Picture, name: string): Person | undefined {
  const wanted = folded(name)
  const found = slices.people.filter((person) => wanted !== '' && folded(person.name) === wanted)
  return found.length === 1 ? found[0] : undefined
}

function folded(name: string): string {
  return name.normalize('NFKC').replace(/\s+/g, '')
}
