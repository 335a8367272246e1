import type { ImportsView } from '@mimamori/contract'
import { withScope } from '../../platform/index.ts'
import type { Asking } from '../asking.ts'
import { openFacility } from '../facilities/index.ts'
import type { Services } from '../services.ts'
import { readImports } from './store.ts'

const shown = 20

/** The last imports of a facility, newest first; each is undone by its revision. */
export async function listImports(services: Services, asking: Asking, facility: string): Promise<ImportsView> {
  await openFacility(services, asking, facility)
  const rows = await withScope(services.pool, asking, (client) => readImports(asking, client, { facility, most: shown }), {
    readOnly: true,
  })
  return {
    imports: rows.map(({ file, by, ...rest }) => ({
      ...rest,
      ...(file !== null && { file }),
      ...(by !== null && { by }),
    })),
  }
}
