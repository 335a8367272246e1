import { routes } from '@mimamori/contract'
import type { SliceName, Text } from '@mimamori/domain'
import { useView } from '../data/queries.ts'
import { type PlainKey, useWords } from '../text/words.tsx'
import { closedWords, controlWords, layerWords } from '../ui/control-words.ts'
import { useFacilityId } from './rights.ts'

const codes: Readonly<Record<string, Readonly<Record<string, PlainKey>>>> = {
  control: controlWords,
  layer: layerWords,
  closed: closedWords,
  closedBy: closedWords,
}

/** What stands in place of a name that is still being fetched. */
const fetching = '…'

/** Words for a value that the record holds as a code; undefined for what is its own word. */
export function useNamesInConflict(
  slice: SliceName | undefined,
  fields: readonly string[],
): (field: string, value: unknown) => string | undefined {
  const { t, say } = useWords()
  const facility = useFacilityId()
  const isZone = slice === 'zones' && fields.includes('trust')
  const isDevice = slice === 'assets' && fields.includes('kind')
  const network = useView(routes.network, facility, {}, { enabled: isZone })
  const register = useView(routes.register, facility, { params: { part: 'lines' }, query: { limit: 1 } }, { enabled: isDevice })
  return (field, value) => {
    const word = Object.entries(codes[field] ?? {}).find(([code]) => code === value)
    if (word) return t(word[1])
    const isTrust = isZone && field === 'trust'
    if (typeof value !== 'string' || !(isTrust || (isDevice && field === 'kind'))) return undefined
    const names: readonly { id: string; name: Text }[] = (isTrust ? network.data?.trustClasses : register.data?.names.kinds) ?? []
    const found = names.find(({ id }) => id === value)
    if (found) return say(found.name)
    return (isTrust ? network : register).isPending ? fetching : value
  }
}
