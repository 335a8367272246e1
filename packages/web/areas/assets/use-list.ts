import { type AssetRow, type AssetsView, routes } from '@mimamori/contract'
import { keepPreviousData, type UseQueryResult, useQueries, useQuery } from '@tanstack/react-query'
import { ask, type InputOf } from '../../data/api.ts'
import { viewQuery } from '../../data/queries.ts'
import type { ListSearch } from './list-search.ts'

const pageRows = 100
/** As many as one change takes. */
export const mostChosen = 2000

type Query = NonNullable<InputOf<typeof routes.assets>['query']>

/** The first page of the list, which also says how long it is; what was shown stays while another is fetched. */
export function useList(facility: string, search: ListSearch): UseQueryResult<AssetsView> {
  return useQuery({ ...viewQuery(routes.assets, facility, { query: queryOf(search, 0) }), placeholderData: keepPreviousData })
}

/** Rows by their place in the list; a row that is not there yet is on its way, and no other stands in for it meanwhile. */
export function useRows(facility: string, search: ListSearch, places: readonly number[]): (at: number) => AssetRow | undefined {
  const pages = [...new Set(places.map((at) => Math.floor(at / pageRows)))]
  const fetched = useQueries({
    queries: pages.map((page) => viewQuery(routes.assets, facility, { query: queryOf(search, page) })),
  })
  return (at) => {
    const page = Math.floor(at / pageRows)
    return fetched[pages.indexOf(page)]?.data?.rows[at - page * pageRows]
  }
}

function queryOf(search: ListSearch, page: number): Query {
  return { ...search, offset: page * pageRows, limit: pageRows } as Query // what does not fit was left out of the address
}

/** All that fit, as far as one change takes them. */
export async function allThatFit(facility: string, search: ListSearch): Promise<readonly AssetRow[]> {
  const query = { ...queryOf(search, 0), limit: mostChosen }
  return (await ask(routes.assets, { params: { facility }, query })).rows
}
