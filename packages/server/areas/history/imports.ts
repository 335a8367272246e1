import type { ImportsView } from '@mimamori/contract'
import { withScope } from '../../platform/index.ts'
import type { Asking } from '../asking.ts'
import { openFacility } from '../facilities/index.ts'
import { formatGroups, readImports } from '../imports/index.ts'
import type { Services } from '../services.ts'
import { whyKept } from './may-undo.ts'
import { readChangesAt } from './store.ts'

const shown = 20

/** The last imports of a facility, newest first; each is undone by its revision, or says why it is not. */
export async function listImports(
  services: Services,
  asking: Asking,
  facility: string,
  { mayAll }: { mayAll: boolean },
): Promise<ImportsView> {
  const now = await openFacility(services, asking, facility)
  const { rows, logged } = await withScope(
    services.pool,
    asking,
    async (client) => {
      const rows = await readImports(asking, client, { facility, most: shown })
      const revisions = rows.filter(({ undone }) => !undone).map(({ revision }) => revision)
      return { rows, logged: await readChangesAt(asking, client, { facility, revisions, mostOfEach: 0 }) }
    },
    { readOnly: true },
  )
  const kept = new Map(logged.map((one) => [one.revision, whyKept(now.picture, one, { person: asking.person, mayAll })]))
  return {
    formats: formatGroups(now.catalogue),
    imports: rows.map(({ file, by, sha256, ...rest }) => {
      const name = now.picture.slices.sources.find((source) => source.sha256 === sha256)?.name ?? file
      const because = kept.get(rest.revision)
      return {
        ...rest,
        ...(name !== null && { file: name }),
        ...(by !== null && { by }),
        ...(because !== undefined && { kept: because }),
      }
    }),
  }
}
