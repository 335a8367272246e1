import { Link } from '@tanstack/react-router'
import { useFacilityId } from '../../frame/rights.ts'
import { type PlainKey, useWords } from '../../text/words.tsx'
import type { ListSearch } from './list-search.ts'

interface HeadProps {
  readonly search: ListSearch
  readonly sort: NonNullable<ListSearch['sort']>
  readonly word: PlainKey
  readonly right?: boolean
}

/** The head of a column, by which the list can be sorted: once up, once down. */
export function HeadCell({ search, sort, word, right = false }: HeadProps) {
  const { t } = useWords()
  const facility = useFacilityId()
  const isHere = (search.sort ?? 'name') === sort
  const isDown = isHere && search.order === 'down'
  const { order: _, ...rest } = search
  return (
    <th
      scope="col"
      className={right ? 'right' : undefined}
      {...(isHere && { 'aria-sort': isDown ? ('descending' as const) : ('ascending' as const) })}
    >
      <Link
        className="sorts"
        to="/f/$facility/assets"
        params={{ facility }}
        search={{ ...rest, sort, ...(isHere && !isDown && { order: 'down' as const }) }}
        resetScroll={false}
      >
        {t(word)}
        {isHere && <span aria-hidden="true">{isDown ? '▼' : '▲'}</span>}
      </Link>
    </th>
  )
}
