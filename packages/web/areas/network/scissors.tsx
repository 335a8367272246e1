/** Two rings and two blades, as lines, so that no face needs to hold the sign. */
export const scissors =
  'M-3.2 -3.6L7 4.4M-3.2 3.6L7 -4.4M-3 -4.5a2.3 2.3 0 1 0 -4.6 0a2.3 2.3 0 1 0 4.6 0M-3 4.5a2.3 2.3 0 1 0 -4.6 0a2.3 2.3 0 1 0 4.6 0'

export function Scissors() {
  return (
    <svg className="scissors" width="20" height="20" viewBox="-10 -10 20 20" aria-hidden="true">
      <path d={scissors} />
    </svg>
  )
}
