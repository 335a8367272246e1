import { type FullCatalogue, type LoadedEdition, withEdition } from '@mimamori/catalog'
import type { PoolClient } from 'pg'
import type { Scope } from '../../platform/index.ts'
import type { Services } from '../services.ts'
import { readUploads } from './store.ts'

/** What an upload keeps: the workbooks by audience, and under the edition's own id all that they say together. */
export type UploadBody =
  | { readonly kind: 'workbook'; readonly audience: 'facility' | 'vendor' }
  | { readonly kind: 'edition'; readonly loaded: LoadedEdition }

const made = new WeakMap<FullCatalogue, Map<string, FullCatalogue>>()
const keptCatalogues = 20

/** The catalogue with the editions that the organisation has loaded itself; one object per stamp of uploads. */
export async function catalogueOf(services: Services, scope: Scope, client: PoolClient, uploads: string): Promise<FullCatalogue> {
  if (uploads === '') return services.catalogue
  const known = made.get(services.catalogue) ?? new Map<string, FullCatalogue>()
  made.set(services.catalogue, known)
  const found = known.get(uploads)
  if (found) return found
  const rows = await readUploads<UploadBody>(scope, client)
  const catalogue = rows.reduce(
    (whole, { body }) => (body.kind === 'edition' ? withEdition(whole, body.loaded) : whole),
    services.catalogue,
  )
  const [oldest] = known.keys()
  if (known.size >= keptCatalogues && oldest !== undefined) known.delete(oldest)
  known.set(uploads, catalogue)
  return catalogue
}
